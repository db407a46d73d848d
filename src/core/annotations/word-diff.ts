// Which words of a passage are no longer the same.

/** A piece of two texts: in both, in the old one alone, or in the new one alone. */
export interface DiffPiece {
  readonly kind: 'same' | 'old' | 'new'
  readonly text: string
}

/** The table of the comparison has at most so many cells: longer texts are told as old and new in one piece. */
const mostCells = 4_000_000

/** Words, white space, and every other character by itself. */
const tokens = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|./gu

/** Compares word by word. What is old stands before what took its place; all pieces together are both texts. */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const start = commonLength(old, now)
  const [oldRest, nowRest] = [old.slice(start), now.slice(start)]
  const end = commonLength(oldRest.toReversed(), nowRest.toReversed())
  const middle = compare(
    oldRest.slice(0, oldRest.length - end),
    nowRest.slice(0, nowRest.length - end),
  )
  const same = (texts: readonly string[]): DiffPiece[] =>
    texts.map((text) => ({ kind: 'same', text }))
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))])
}

/** How many words are other words, were added, or are gone. */
export function differingWords(pieces: readonly DiffPiece[]): number {
  let differing = 0
  let [old, now] = [0, 0]
  for (const { kind, text } of [...pieces, { kind: 'same', text: '' }]) {
    const words = tokensOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
    if (kind === 'old') old += words
    else if (kind === 'new') now += words
    else {
      differing += Math.max(old, now)
      old = now = 0
    }
  }
  return differing
}

function tokensOf(text: string): string[] {
  return text.match(tokens) ?? []
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length] === other[length]) length++
  return length
}

/** By the longest common subsequence of words. */
function compare(old: readonly string[], now: readonly string[]): DiffPiece[] {
  const width = now.length + 1
  const isTooLong = (old.length + 1) * width > mostCells
  // How long the subsequence is from each place on.
  const lengths = new Uint32Array(isTooLong ? 0 : (old.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  if (!isTooLong)
    for (let row = old.length - 1; row >= 0; row--)
      for (let column = now.length - 1; column >= 0; column--)
        lengths[row * width + column] =
          old[row] === now[column]
            ? at(row + 1, column + 1) + 1
            : Math.max(at(row + 1, column), at(row, column + 1))

  const pieces: DiffPiece[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [oldText, newText] = [old[row], now[column]]
    if (!isTooLong && oldText !== undefined && oldText === newText) {
      pieces.push({ kind: 'same', text: oldText })
      row++
      column++
    } else if (
      oldText !== undefined &&
      (newText === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      pieces.push({ kind: 'old', text: oldText })
      row++
    } else {
      pieces.push({ kind: 'new', text: newText ?? '' })
      column++
    }
  }
  return pieces
}

/** Neighbours of one kind are one piece. A space between two changes goes with both, so that a phrase is not torn apart. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: DiffPiece[] = []
  let [old, now] = ['', '']
  const end = (): void => {
    if (old !== '') runs.push({ kind: 'old', text: old })
    if (now !== '') runs.push({ kind: 'new', text: now })
    old = now = ''
  }
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween =
      kind === 'same' &&
      /^\s+$/u.test(text) &&
      old !== '' &&
      now !== '' &&
      isChange(pieces[index + 1])
    if (kind === 'old' || isBetween) old += text
    if (kind === 'new' || isBetween) now += text
    if (kind !== 'same' || isBetween) continue
    end()
    const last = runs.at(-1)
    if (last?.kind === 'same') runs.splice(-1, 1, { kind, text: last.text + text })
    else runs.push({ kind, text })
  }
  end()
  return runs
}

function isChange(piece: DiffPiece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'same'
}

// The words of a block as they were written → its runs, without what nobody sees.
import type { Run } from '#core/document/source-document'

/** Without white space around the block and around its line breaks; runs of one kind are one. */
export function tidied(runs: readonly Run[]): Run[] {
  const pieces: Run[] = []
  for (const run of runs) {
    const last = pieces.at(-1)
    const ended = last?.text.at(-1) ?? '\n'
    const isBreak = run.text === '\n'
    if (isBreak && last !== undefined)
      pieces[pieces.length - 1] = { ...last, text: last.text.replace(/ $/u, '') }
    const isAfterSpace = ended === '\n' || ended === ' '
    const text = isAfterSpace && !isBreak ? run.text.replace(/^ /u, '') : run.text
    if (text !== '' && !(isBreak && ended === '\n')) pieces.push({ ...run, text })
  }
  const end = pieces.findLastIndex(({ text }) => text.trim() !== '') + 1
  return joined(
    pieces
      .slice(0, end)
      .map((piece, at) => (at === end - 1 ? { ...piece, text: piece.text.trimEnd() } : piece)),
  )
}

/** Neighbours of one kind as one run. */
function joined(pieces: readonly Run[]): Run[] {
  const runs: { readonly kind: Run; readonly texts: string[] }[] = []
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = runs.at(-1)
    const isSame = last?.kind.bold === piece.bold && last?.kind.link === piece.link
    if (last !== undefined && isSame) last.texts.push(piece.text)
    else runs.push({ kind: piece, texts: [piece.text] })
  }
  return runs.map(({ kind, texts }) => ({ ...kind, text: texts.join('') }))
}

// On which line of the file each part of an edition begins, so that a proof can be laid beside its file.

/** So many characters tell a beginning; so far ahead is it looked for, since parts stand in the order of the file. */
const beginning = 40
const reach = 20_000

/**
 * The line (from 1) on which each text begins, looking only forwards; null for one that does not stand in the file.
 * White space of all kinds counts as one space.
 * @param texts each as it may stand there, the likeliest first
 */
export function findLines(file: string, texts: readonly (readonly string[])[]): (number | null)[] {
  const { flat, lineStarts } = flatten(file)
  let from = 0
  let line = 0
  return texts.map((forms) => {
    const window = flat.slice(from, from + reach)
    const beginnings = forms.map((text) => squeeze(text).slice(0, beginning))
    const words = beginnings.find((form) => form !== '' && window.includes(form))
    if (words === undefined) return null
    from += window.indexOf(words)
    while ((lineStarts[line + 1] ?? Infinity) <= from) line++
    const begins = line + 1
    from += words.length
    return begins
  })
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** The file as one line, and where in it each of its lines starts. */
function flatten(file: string): { flat: string; lineStarts: number[] } {
  const lineStarts: number[] = []
  let flat = ''
  for (const line of file.split(/\r\n|[\n\r]/u)) {
    lineStarts.push(flat.length)
    const words = squeeze(line)
    if (words !== '') flat += `${words} `
  }
  return { flat, lineStarts }
}

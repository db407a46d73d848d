// What authors write before the names of sources: `Bron:`, `Bronnen:`, `Via:`.

/** At the beginning of a line, perhaps behind a mark. */
export const labelAtStart = /^\P{L}{0,4}(?:bron(?:nen|\(nen\))?|via|gelezen in|sources?)\s?:/iu
/** Behind a text on the same line. */
const labelBehind =
  /(?:(?<=[\s([.])bron(?:nen|\(nen\))?|(?<=[.!?…’”"')][\s([]{1,3}|[([])(?:via|gelezen in|sources?))\s?:/giu

/** Whether a line begins with such a label. */
export function hasSourceLabel(line: string): boolean {
  return labelAtStart.test(line)
}

/** Where the last label stands in a text; -1 without one, or when the text begins with it. */
export function lastLabel(text: string): number {
  return [...text.matchAll(labelBehind)].at(-1)?.index ?? -1
}

// The parts of a word whose seams are known. They are needed for the first text; what finds the seams is not.

/** The parts of a word as [start, end) ranges, given its seams; one range when it has none. */
export function partsOf(
  word: string,
  seams: readonly number[],
): readonly (readonly [start: number, end: number])[] {
  return [0, ...seams].map((start, index) => [start, seams[index] ?? word.length])
}

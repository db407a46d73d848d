/** How document and term numbers are stored: in two bytes each where few numbers are needed. */
export type Numbers = Uint16Array | Uint32Array

/** An array of this length for numbers below `count`. */
export function numbersFor(count: number, length: number): Numbers {
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
}

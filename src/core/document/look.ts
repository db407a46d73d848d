/** In letters, of each part of a look. */
export const longestLook = 200

/** What the reader of a format sees of the appearance of a block. It never leaves this machine but in a form. */
export interface Look {
  /** The tags around its first words, the innermost last. */
  readonly tags: string
  /** Size, weight, colour, place and class, as the file writes them. */
  readonly style: string
}

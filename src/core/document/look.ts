/** What the reader of a format sees of the appearance of a block. It stays in the process that reads the file. */
export interface Look {
  /** The tags around its first words, the innermost last. */
  readonly tags: string
  /** Size, weight, colour, place and class, as the file writes them. */
  readonly style: string
}

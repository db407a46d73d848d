/** A part of an edition whose words can be mended: the title has a field of its own. */
export type WordsOf =
  { readonly role: 'lede' | 'caption' } | { readonly role: 'section' | 'item'; readonly id: string }

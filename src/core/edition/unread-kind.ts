// Files that people take for editions and that hold no text that can be read: each is refused with a sentence of its own.

export type UnreadKind = 'pdf' | 'picture' | 'archive' | 'document'

const endings: Readonly<Record<UnreadKind, readonly string[]>> = {
  pdf: ['pdf'],
  picture: 'png jpg jpeg gif webp avif heic bmp tif tiff svg'.split(' '),
  archive: 'zip rar 7z tar gz tgz bz2 xz'.split(' '),
  document: 'doc rtf odt pages'.split(' '),
}

/** What kind of file a name promises; null for an edition, and for a file of any other kind. */
export function unreadKindOf(name: string): UnreadKind | null {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
  const kinds = Object.keys(endings) as UnreadKind[]
  return kinds.find((kind) => endings[kind].includes(ending)) ?? null
}

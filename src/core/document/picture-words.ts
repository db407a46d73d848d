import type { Block } from './source-document.ts'

/** What a remark says of a picture that is left out: its alternative text, and its kind or where it lies. */
export function pictureWords({
  label,
  file,
  address,
}: Pick<Extract<Block, { readonly kind: 'picture' }>, 'label' | 'file' | 'address'>): string {
  const kind = file?.kind === 'jpg' ? 'jpeg' : file?.kind
  const place = kind === undefined ? (address ?? '') : `image/${kind}`
  const words = label.trim().slice(0, 200)
  return words === '' ? place.slice(0, 200) : `${words}: ${place.slice(0, 200)}`
}

// The names of the library's files. All other files in its folder are left alone.
//
//   blik-27@2.json                      an edition and its revision, the whole of it
//   blik-27@2.9f86d081884c7d65.images  its images, when it has any, with the beginning of their SHA-256
//   catalogue.json                      the list of all editions, made from those files
//   removed/blik-27@1.2024-07-05.json   removed on that day (UTC), and deleted after a while; `…2024-07-05.2.json` for
//                                       the second of that name and day

export const catalogueName = 'catalogue.json'
export const removedFolder = 'removed'

export interface EditionName {
  readonly id: string
  readonly revision: number
}

export interface RemovedName extends EditionName {
  readonly file: string
  readonly day: string
  /** From 1; a later removal of the same name and day has a higher number. */
  readonly count: number
}

export function editionFileName({ id, revision }: EditionName): string {
  return `${id}@${revision}.json`
}

/** Null for every name that is not exactly what `editionFileName` gives. */
export function parseEditionFileName(file: string): EditionName | null {
  const parts = /^([a-z0-9][a-z0-9.-]{0,119})@([1-9]\d{0,14})\.json$/.exec(file)
  return parts?.[1] === undefined ? null : { id: parts[1], revision: Number(parts[2]) }
}

export function removedFileName({ id, revision }: EditionName, day: string, count = 1): string {
  return `${id}@${revision}.${day}${count === 1 ? '' : `.${count}`}.json`
}

export function parseRemovedFileName(file: string): RemovedName | null {
  const end = /\.(\d{4}-\d{2}-\d{2})(?:\.([2-9]|[1-9]\d{1,8}))?\.json$/.exec(file)
  if (end?.[1] === undefined) return null
  const name = parseEditionFileName(`${file.slice(0, end.index)}.json`)
  return name === null ? null : { ...name, file, day: end[1], count: Number(end[2] ?? 1) }
}

/** The hash is in the name because a new edition with the name of a removed one must not replace its images. */
export function imagesFileName({ id, revision }: EditionName, sha256: string): string {
  return `${id}@${revision}.${sha256.slice(0, 16)}.images`
}

/** The edition that an images file belongs to; null for every other name. */
export function parseImagesFileName(file: string): EditionName | null {
  if (!/\.[0-9a-f]{16}\.images$/.test(file)) return null
  return parseEditionFileName(file.replace(/\.[0-9a-f]{16}\.images$/, '.json'))
}

/** A temporary file of the library, which a kill may leave behind; its content was never acknowledged. */
export function isLeftover(file: string): boolean {
  if (!file.endsWith('.tmp')) return false
  const name = file.slice(0, -'.tmp'.length)
  return (
    name === catalogueName ||
    parseEditionFileName(name) !== null ||
    parseImagesFileName(name) !== null
  )
}

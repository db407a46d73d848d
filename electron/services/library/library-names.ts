// The names of the library's files. Whatever else lies in its folder is left alone.
//
//   blik-27@2.json                      an edition and its revision, the whole of it
//   blik-27@2.9f86d081884c7d65.images  its images, when it has any; the letters are the beginning of the file's SHA-256
//   catalogue.json                      what the list shows of all of them, made of those files
//   removed/blik-27@1.2024-07-05.json   put away on that day (UTC), and for good after a while; `…2024-07-05.2.json` when
//                                       another one of that name was put away before

export const catalogueName = 'catalogue.json'
export const removedFolder = 'removed'

export interface EditionName {
  readonly id: string
  readonly revision: number
}

export interface RemovedName extends EditionName {
  readonly file: string
  readonly day: string
  /** Of those of one name and day, the later ones have the higher number, from 1. */
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

/** With a part of its hash: another edition that takes the name of a removed one must not take its images from it. */
export function imagesFileName({ id, revision }: EditionName, sha256: string): string {
  return `${id}@${revision}.${sha256.slice(0, 16)}.images`
}

/** The edition that an images file belongs to; null for every other name. */
export function parseImagesFileName(file: string): EditionName | null {
  if (!/\.[0-9a-f]{16}\.images$/.test(file)) return null
  return parseEditionFileName(file.replace(/\.[0-9a-f]{16}\.images$/, '.json'))
}

/** A temporary file of the library, which a kill may leave behind; it was never acknowledged. */
export function isLeftover(file: string): boolean {
  if (!file.endsWith('.tmp')) return false
  const name = file.slice(0, -'.tmp'.length)
  return (
    name === catalogueName ||
    parseEditionFileName(name) !== null ||
    parseImagesFileName(name) !== null
  )
}

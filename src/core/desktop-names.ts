// The names of the contract for the run time. The compiler sees when one is missing or unknown.
import type { DesktopCalls, DesktopEvents } from './desktop-api.ts'

type NameTable<Names> = { readonly [Name in keyof Names]: true }

/** What `DesktopCalls` declares, for the run time. */
const calls: { readonly [Noun in keyof DesktopCalls]: NameTable<DesktopCalls[Noun]> } = {
  session: { start: true, paint: true, finish: true },
  reader: {
    records: true,
    put: true,
    remove: true,
    textOf: true,
    placements: true,
    exportTo: true,
    cancelExport: true,
    readImport: true,
    mergeImport: true,
  },
  library: {
    ...{ list: true, open: true, read: true, maker: true, remove: true, restore: true },
    ...{ removed: true, putBack: true, exportPackage: true },
  },
  imports: {
    ...{ choose: true, add: true, readAgain: true, review: true, cancel: true, drop: true },
    ...{ keep: true, take: true, leave: true, readFolder: true, takeBack: true },
    ...{ moveToSeries: true, foresee: true },
  },
  series: { learnt: true, forget: true, restore: true, reread: true },
  watching: { current: true, choose: true, stop: true },
  search: { ask: true, askKept: true, count: true, complete: true },
  findings: { notes: true, earlier: true, lookUp: true },
  dictionaries: {
    ...{ list: true, choose: true, readInstalled: true, leave: true, keep: true },
    arrange: true,
  },
  printing: { savePdf: true, print: true },
  frame: { toggleFullScreen: true, scale: true },
  clipboard: { write: true },
  pictures: { copyAt: true, save: true },
  offline: { proof: true },
  about: { licences: true },
}

/** The names of the calls by their noun; a channel is `noun:name`. */
export const callNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(calls).map(([noun, names]) => [noun, Object.keys(names)]),
)

/** What `DesktopEvents` declares, for the run time. */
const events: NameTable<DesktopEvents> = {
  ...{ command: true, notice: true, opened: true, link: true, added: true, adding: true },
  ...{ watched: true, taken: true, indexing: true, exporting: true },
}

export const eventNames: readonly string[] = Object.keys(events)

// How long the main process and its services wait for what, in milliseconds: one table, so that a slow machine is thought of in one
// place.

export const patience = {
  // The window.
  /** A loaded page may take so long to paint before its window is shown all the same. */
  paint: 3_000,
  /** A page that writes is waited for as long as it answers; without an answer the window closes after so long. */
  closing: 10_000,
  /** Voices of the system may take so long to end. */
  voices: 5_000,
  /** Between two questions whether a page still answers. */
  closingPause: 1_000,
  /** A page that stood for so long before it crashed is no page that keeps crashing. */
  crashes: 30_000,
  /** A Mac reports the files of one click one by one, within so long. */
  click: 100,
  /** After a refused request its count is written. */
  refusals: 1_000,

  // After the first text.
  searchWorker: 500,
  /** By then it is certain how the window is drawn. */
  drawing: 500,
  /** Lists the folder of the library, and writes at most once in the life of a profile. */
  hadEditions: 1_000,
  watchedFolder: 2_000,
  /** Reads as much as there is of older generations and backups. */
  spareFiles: 3_000,

  // The search.
  /** A shorter indexing is not reported, and a longer one not more often. */
  indexing: 200,
  /** Editions that come or go are handled together, after this time or before the next answer. */
  changedEditions: 250,
  /** Another process may have added editions: the library's folder is listed before an answer, not more often than this. */
  libraryScan: 10_000,

  // Files.
  /** A file in a followed folder that is unchanged for so long is completely written. */
  writtenFile: 1_000,
  /** Between two scans of it without a reported change: systems report none in folders on a network. */
  folderScan: 60_000,
  /** Between two scans while it is missing. */
  missingFolder: 5_000,
  /** Work that is over sooner is not told of. */
  shortWork: 200,
  /** Longer work is told of so often. */
  progress: 100,
  /** The process with the first name waits so long for another one to give up the store, and looks so often. */
  storeLock: 300,
  storeLockLook: 5,

  // The sandboxed process.
  /** Starting is not the fault of a file, and a busy machine takes its time over it. */
  cageStart: 20_000,
  /** What it takes is looked at so often. */
  cageLook: 10,
  /** What a file may take of the processor: a slow or busy machine takes none for a hostile one. */
  cageProcessor: 5_000,
  /** What it may take in all, also when it does nothing. */
  cage: 60_000,
} as const

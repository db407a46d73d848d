// What `npm run test:long` runs, and `npm test` does not: what takes long, or must not share the machine with other tests.

/** Kills, power loss and damage, files that try to harm or are as large as they may be, and releases that are made, signed and taken apart. One file at a time. */
export const longUnitTests = [
  'tests/unit/electron/faults/**/*.test.ts',
  'tests/unit/electron/documents/largest-mailbox.test.ts',
  'tests/unit/electron/import/hostile-files.test.ts',
  'tests/unit/scripts/dist/program-folder.test.ts',
  'tests/unit/scripts/release/**/*.test.ts',
]

/** The walk and the keyboard's jobs, hundreds of files or editions, and programs that are watched or made anew. */
export const longWindowTests = [
  '**/walk/*.test.ts',
  '**/large-edition.test.ts',
  '**/large-library.test.ts',
  '**/many-files.test.ts',
  '**/network.test.ts',
  '**/organisation.test.ts',
  '**/saved-index.test.ts',
]

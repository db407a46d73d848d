// How long tests wait, in milliseconds: one table for all of them, generous enough for a machine that is busy with other work. A wait
// costs nothing when what it waits for comes. No test has a number of its own (eslint.config.js).
export const bounds = {
  /** For what a test expects to come. */
  expect: 60_000,
  /** For a click, a key or a window. */
  action: 120_000,
  test: 300_000,
  hook: 300_000,
  /** For a program that a test starts and that ends by itself. */
  program: 120_000,
  /** For a worker that is told to end, in a process that goes on. */
  worker: 5_000,
  /** For one try of several, of what can come in between. */
  attempt: 1_000,
  /** Between two looks at something that tells nothing by itself. */
  look: 50,
  /** After this nothing more comes of what was done: for what must not happen. */
  quiet: 600,
  /** Work that takes so long is told of as long. */
  longWork: 500,
} as const

// How long tests wait at most, in milliseconds: for all of them, and long enough for a machine that is busy with other work. A wait
// costs nothing when what it waits for comes. No test has a number of its own.
export const bounds = {
  /** For what a test expects to come. */
  expect: 60_000,
  /** For a click, a key or a window. */
  action: 120_000,
  test: 300_000,
  hook: 300_000,
  /** For a program that a test starts and that ends by itself. */
  program: 120_000,
  /** For one try of several, of what can come in between. */
  attempt: 1_000,
} as const

// How long the window waits for what, in milliseconds: one table, so that a slow machine is thought of in one place.

export const patience = {
  // What the reader does.
  /** A pause in typing of so long writes the note, so that the search knows it within 200. */
  typingPause: 120,
  /** Without such a pause a note is written after so long. */
  longestUnwritten: 500,
  /** After the last scroll the place in the text is written. */
  scrollPause: 300,
  /** After the last scroll a list is at rest. */
  listRest: 120,
  /** What was on the screen for less than this, without the reader doing anything, is not read. */
  glance: 10_000,
  /** New hits of a kept question that were on the screen so long are seen. */
  hitsSeen: 3_000,
  /** The answer to a question that stood longer is read; before that the reader may still be typing. */
  answerRead: 3_000,
  /** `dragover` comes several times a second: after so long without one, the files are gone. */
  drag: 700,

  // What is told.
  /** How long a plain sentence stays at least. */
  toast: 4_000,
  /** The same for one with a button. */
  toastWithButton: 10_000,
  /** For each word of a longer one. */
  toastWord: 350,
  /** Words that are said again have to be gone for so long. */
  announcement: 20,

  // What the machine does.
  /** The report of a paint can be lost with the process that draws. What waits for it goes on after so long. */
  lostPaint: 2_000,
  /** A paint is told of before it is on the screen: the processes that draw need the machine for so long. */
  drawing: 200,
  /** The same for the first rows of the desk. */
  drawingRows: 500,
  /** A window that is never idle gets the rest of its items after so long; a reader who does something gets it at once. */
  restOfItems: 200,
  /** The same for the rows of the desk out of sight. */
  restOfRows: 1_000,
  /** Between two looks whether the page has a size. */
  pageSize: 50,
  /** How often what could not be written is tried again. */
  writingAgain: 3_000,
  /** The system tells of its voices after a while, at the most. */
  voices: 3_000,
  /** How long a way out to a network may take to fail; after that it is not known yet what becomes of it. */
  wayOut: 10_000,
} as const

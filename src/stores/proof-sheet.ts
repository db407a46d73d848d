// A proof while the reader looks it over: every state that it was in, so that each step can be taken back.
import type { Proof } from '#core/desktop/adding'
import type { Remark } from '#core/edition/remark'
import type { Edition } from '#core/edition/edition'
import type { LearnedName } from '#core/edition/learned-sources'
import type { Ranks } from '#core/edition/mend-ranks'
import { asOneText } from '#core/edition/one-text'
import type { TaughtAs } from '#core/series/taught'

export interface SheetState {
  /** The edition as it is mended so far. */
  readonly edition: Edition
  /** Those of its headings and titles, as the file gives them. */
  readonly ranks: Ranks
  /** The questions about it that are answered. */
  readonly answered: ReadonlySet<Remark>
  /** What the reader said of names that the program asked about. */
  readonly names: readonly LearnedName[]
  /** Questions that came up because something was mended. */
  readonly asked: readonly Remark[]
  /** Whether it is read as the form of its series says. */
  readonly isFormed: boolean
}

/** A proof as the reader left it. */
export interface Sheet {
  readonly proof: Proof
  /** The newest last. */
  readonly states: readonly SheetState[]
  /** The reader wants an edition of its own, and no next revision of the one in the library. */
  readonly asNew: boolean
  /** The edition, or a newer revision of it, came in while this one was looked over. */
  readonly isOvertaken: boolean
}

/** What one step changes beside the edition. */
export interface StepAnswers {
  /** The questions that it answers. */
  readonly questions?: readonly Remark[]
  /** What it says of names, to be remembered for the series. */
  readonly names?: readonly LearnedName[]
  /** Questions that come up because of it. */
  readonly asked?: readonly Remark[]
  /** The ranks, where headings of a rank become titles or the other way round. */
  readonly ranks?: Ranks | undefined
}

export function newSheet(proof: Proof): Sheet {
  return {
    proof,
    states: [startOf(proof, proof.taught !== null && proof.taught.changes !== null)],
    asNew: proof.replaces?.isLikely === false,
    isOvertaken: false,
  }
}

/** The sheet with one state more. The newest answer about a name counts. */
export function withStep(
  sheet: Sheet,
  edition: Edition,
  { questions = [], names = [], asked = [], ranks }: StepAnswers,
): Sheet {
  const before = sheet.states.at(-1)
  // Which names are one, only the library knows: comparing them here would cost the first text its time.
  const others = before?.names.filter(({ name }) => names.every((one) => one.name !== name)) ?? []
  const state: SheetState = {
    edition,
    ranks: ranks ?? before?.ranks ?? {},
    answered: new Set([...(before?.answered ?? []), ...questions]),
    names: [...others, ...names],
    asked: [...(before?.asked ?? []), ...asked],
    isFormed: before?.isFormed === true,
  }
  return { ...sheet, states: [...sheet.states, state] }
}

/** What the file was read as, with the form of its series or without. */
export function readingOf(proof: Proof, isFormed: boolean): TaughtAs {
  return (isFormed ? proof.taught?.anyway : proof.taught?.without) ?? proof
}

function startOf(proof: Proof, isFormed: boolean): SheetState {
  const { edition, ranks } = readingOf(proof, isFormed)
  return { edition, ranks, answered: new Set(), names: [], asked: [], isFormed }
}

/** The sheet as it is read the other way: as it was left so, under what the reader typed above it meanwhile. */
export function withReading(sheet: Sheet, isFormed: boolean): Sheet {
  const now = sheet.states.at(-1)
  if (now === undefined || now.isFormed === isFormed) return sheet
  const before =
    sheet.states.findLast((state) => state.isFormed === isFormed) ?? startOf(sheet.proof, isFormed)
  const asRead = readingOf(sheet.proof, now.isFormed).edition
  const { title, series, date } = now.edition
  const edition = {
    ...before.edition,
    ...(title === asRead.title ? {} : { title }),
    ...(series === asRead.series ? {} : { series }),
    ...(date === asRead.date ? {} : { date }),
  }
  return { ...sheet, states: [...sheet.states, { ...before, edition, names: now.names }] }
}

/** The newest state in which the edition was more than one text; null when it never was. */
function outlineOf({ states }: Sheet): SheetState | null {
  return states.findLast(({ edition }) => asOneText(edition) !== edition) ?? null
}

/** Whether the edition is one text now, and whether it was more than that before. */
export function oneTextOf(sheet: Sheet): {
  readonly isOneText: boolean
  readonly canGoBack: boolean
} {
  const outline = outlineOf(sheet)
  return { isOneText: outline !== sheet.states.at(-1), canGoBack: outline !== null }
}

/** The sheet with the outline that the edition had before it became one text, under the title that it has now. */
export function withOutline(sheet: Sheet): Sheet {
  const [before, now] = [outlineOf(sheet), sheet.states.at(-1)]
  if (before === null || now === undefined || before === now) return sheet
  const { id, title, series, date } = now.edition
  const edition = { ...before.edition, id, title, series, date }
  return { ...sheet, states: [...sheet.states, { ...before, edition, names: now.names }] }
}

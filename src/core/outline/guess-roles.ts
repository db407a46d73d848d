// Prepared blocks → each with the role that it most likely has. What has marks is believed; plain text is guessed.
import type { SourceDocument } from '../document/source-document.ts'
import { withGuessedLines } from '../plain-text/lines-within.ts'
import { guessPlainRoles } from '../plain-text/plain-roles.ts'
import { withDateRoles } from './outline-dates.ts'
import { habitsOf } from './outline-habits.ts'
import type { PreparedDocument } from './prepare-blocks.ts'
import { withRoles, type GuessedRoles, type RoledBlock } from './roles.ts'
import { sectionRoles } from './section-roles.ts'

/** Every block gets one role, in the order of the document. */
export function guessRoles(document: SourceDocument, prepared: PreparedDocument): GuessedRoles {
  const { title, block, blocks, isMarked, leftOut, remarks } = prepared
  const isStated = document.stated.titles.length > 0 && title !== null
  // The first of all lines may be the title.
  if (!isMarked && !isStated) return withDates(guessPlainRoles(document, false))
  const guessed = isMarked
    ? guessMarkedRoles(prepared, document.stated)
    : guessPlainRoles({ ...document, blocks: [...blocks] }, true)
  const apart: RoledBlock[] = [
    ...(block === null ? [] : [{ block, role: 'title' as const }]),
    ...leftOut.map((one) => ({ block: one, role: 'left-out' as const })),
  ]
  return withDates({
    roled: inOrder([...apart, ...guessed.roled]),
    title,
    line: block?.line ?? 1,
    habits: guessed.habits,
    remarks: [...guessed.remarks, ...remarks],
  })
}

function withDates(guessed: GuessedRoles): GuessedRoles {
  return { ...guessed, roled: withDateRoles(guessed.roled) }
}

function inOrder(roled: readonly RoledBlock[]): RoledBlock[] {
  return roled.toSorted((one, other) => one.block.line - other.block.line)
}

function guessMarkedRoles(
  { blocks }: PreparedDocument,
  { itemLevel }: SourceDocument['stated'],
): Pick<GuessedRoles, 'roled' | 'habits' | 'remarks'> {
  const guessed = itemLevel === undefined ? withGuessedLines(blocks) : { blocks, remarks: [] }
  const habits = habitsOf(guessed.blocks)
  const roles = sectionRoles(guessed.blocks, habits, itemLevel)
  return { roled: withRoles(guessed.blocks, roles), habits, remarks: guessed.remarks }
}

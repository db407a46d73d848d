import type { DesktopCalls } from '#core/desktop-api'
import type { Notice, Session } from '#core/desktop/session'
import type { OpenEdition } from '../editions/open-edition.ts'
import type { ReaderData } from '../reader-data/reader-data.ts'

export interface SessionParts {
  readonly data: ReaderData
  readonly editions: OpenEdition
  readonly system: Omit<Session, 'bundle' | 'maker' | 'records' | 'notices'>
  /** The notices since the last call. */
  readonly takeNotices: () => readonly Notice[]
  readonly enablePainting: () => void
  /** The page has written what was pending. */
  readonly allowClosing: () => void
}

export function createSessionCalls(parts: SessionParts): DesktopCalls['session'] {
  return {
    async start() {
      const bundle = await parts.editions.current()
      const maker = await parts.editions.maker()
      const records = parts.data.recordsToStart(bundle?.edition.id ?? null)
      return { ...parts.system, records, notices: parts.takeNotices(), bundle, maker }
    },
    paint() {
      parts.enablePainting()
      return Promise.resolve()
    },
    finish() {
      parts.allowClosing()
      return Promise.resolve()
    },
  }
}

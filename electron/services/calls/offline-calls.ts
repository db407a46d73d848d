import type { DesktopCalls } from '#core/desktop-api'
import type { RefusalCounter } from '../records/refusal-record.ts'

export interface OfflineParts {
  readonly refusals: Pick<RefusalCounter, 'proof'>
}

export function createOfflineCalls(parts: OfflineParts): DesktopCalls['offline'] {
  return { proof: () => Promise.resolve(parts.refusals.proof()) }
}

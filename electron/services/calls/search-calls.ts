import type { DesktopCalls } from '#core/desktop-api'
import type { SearchClient } from '../search/search-client.ts'

export function createSearchCalls(parts: { search: SearchClient }): DesktopCalls['search'] {
  const { search } = parts
  return {
    ask: (request) => search.ask(request),
    askKept: (request) => search.askKept(request),
    count: (questions) => search.count(questions),
    complete: (request) => search.complete(request),
  }
}

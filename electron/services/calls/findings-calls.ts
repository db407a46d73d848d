import type { DesktopCalls } from '#core/desktop-api'
import type { Edition } from '#core/edition/edition'
import type { OpenEdition } from '../editions/open-edition.ts'
import type { SearchClient } from '../search/search-client.ts'

export function createFindingsCalls(parts: {
  editions: Pick<OpenEdition, 'current'>
  search: SearchClient
}): DesktopCalls['findings'] {
  const { editions, search } = parts

  /** Null when it is not open any more. */
  async function open(id: string): Promise<Edition | null> {
    const current = await editions.current()
    return current?.edition.id === id ? current.edition : null
  }

  return {
    async notes(id) {
      const edition = await open(id)
      return edition === null ? null : search.notes(edition)
    },
    async earlier(id) {
      const edition = await open(id)
      return edition === null ? null : search.earlier(edition)
    },
    lookUp: (word, sentence, offset) => search.lookUp({ word, sentence, offset }),
  }
}

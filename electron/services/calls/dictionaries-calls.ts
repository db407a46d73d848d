import type { DesktopCalls } from '#core/desktop-api'
import type { Shelf } from '../dictionaries/dictionary-shelf.ts'

export interface DictionariesParts {
  readonly dictionaries: Shelf
  /** Null when the reader closes the dialog. */
  readonly askWhichDictionary: () => Promise<string | null>
}

export function createDictionariesCalls({
  dictionaries,
  askWhichDictionary,
}: DictionariesParts): DesktopCalls['dictionaries'] {
  return {
    list: () => Promise.resolve(dictionaries.list()),
    async choose() {
      const file = await askWhichDictionary()
      if (file === null) return { ok: false, reason: 'nothing-chosen', file: '' }
      return dictionaries.read(file)
    },
    readInstalled: (name) => dictionaries.readInstalled(name),
    leave: () => Promise.resolve(dictionaries.leave()),
    keep: (name) => dictionaries.keep(name),
    arrange: (choices) => Promise.resolve(dictionaries.arrange(choices)),
  }
}

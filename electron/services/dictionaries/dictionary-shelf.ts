// The dictionaries of the reader: which there are, in which order words are looked up in them, and how one is added.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import {
  dictionaryId,
  programList,
  type DictionaryChoice,
  type DictionaryShelf,
  type ListedDictionary,
  type SampleOutcome,
  type ShelfOutcome,
} from '#core/desktop/dictionaries'
import type { WriteFault, WriteOutcome } from '#core/desktop/transfer'
import type { Read } from '#core/edition/rejection'
import type { NamedDictionary } from '#core/lookup/dictionary-content'
import { programListName } from '#core/lookup/look-up-in-all'
import { writeWhole } from '../program/write-whole.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord } from '../records/create-record.ts'
import { installedDictionaries, installedFile } from './installed-dictionaries.ts'
import { isStored, storedFile, storeDictionary } from './stored-dictionary.ts'

/** A dictionary that is switched on, as the search worker gets it; `program` is the list of the program. */
export type DictionarySource =
  'program' | { readonly id: string; readonly name: string; readonly folder: string }

/** The dictionary of an organisation, which comes with its program. */
export interface BundledDictionary {
  readonly id: string
  readonly name: string
  readonly words: number
  readonly folder: string
}

export interface ShelfOptions {
  readonly store: ReaderDataStore
  /** Where the words of the reader's dictionaries are kept; made when it is missing. */
  readonly folder: string
  readonly bundled: BundledDictionary | null
  /** Where the system puts dictionaries. */
  readonly installed: string
  /** How many words the list of the program has. */
  readonly programWords: () => number
  /** Reads a file of a dictionary. */
  readonly read: (file: string, signal: AbortSignal) => Promise<Read<NamedDictionary>>
  readonly now: () => Date
  /** The dictionaries that are switched on are others now. */
  readonly onChange: (sources: readonly DictionarySource[]) => void
}

export interface Shelf {
  list(): DictionaryShelf
  sources(): readonly DictionarySource[]
  /** Reads a file and waits for `keep` or `leave`; another one that waits is left. */
  read(file: string): Promise<SampleOutcome>
  readInstalled(name: string): Promise<SampleOutcome>
  /** Ends a reading, and forgets what was read. */
  leave(): void
  /** Keeps what was read last under this name, before all others. */
  keep(name: string): Promise<ShelfOutcome>
  /** Sets order and what is on. Of the reader's, those that are not named are removed; naming one again brings it back until the program ends. */
  arrange(choices: readonly DictionaryChoice[]): ShelfOutcome
}

const firstWords = 10

const rowSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(dictionaryId)),
  name: v.pipe(v.string(), v.minLength(1)),
  words: v.number(),
  added: v.string(),
  /** The name under which the system has it; null for a file of the reader's. */
  installed: v.nullable(v.string()),
})
type Row = v.InferOutput<typeof rowSchema>
const recordSchema = v.strictObject({
  rows: v.array(rowSchema),
  order: v.array(v.strictObject({ id: v.string(), isOn: v.boolean() })),
})
type Arrangement = v.InferOutput<typeof recordSchema>

export function createDictionaryShelf(options: ShelfOptions): Shelf {
  const { folder, bundled, now } = options
  /** They cannot be removed. */
  const fixed = [...(bundled === null ? [] : [bundled.id]), programList]
  const stored = createRecord(options.store, 'dictionaries', recordSchema)
  /** Those that were removed since the program was started: their files stay until then. */
  const removed = new Map<string, Row>()
  /** Counted when the list is first shown. */
  let programWords: number | null = null
  let reading = new AbortController()
  let read: { readonly dictionary: NamedDictionary; readonly installed: string | null } | null =
    null

  function current(): Arrangement {
    const { rows, order } = stored.read() ?? { rows: [], order: [] }
    return { rows, order: withFixed(order) }
  }

  function withFixed(order: readonly DictionaryChoice[]): DictionaryChoice[] {
    const missing = fixed.filter((id) => !order.some((choice) => choice.id === id))
    return [...order, ...missing.map((id) => ({ id, isOn: true }))]
  }

  function list(): DictionaryShelf {
    const { rows, order } = current()
    const known = new Set(rows.map(({ installed }) => installed))
    return {
      dictionaries: order.flatMap((choice) => listed(choice, rows)),
      installed: installedDictionaries(options.installed).filter((name) => !known.has(name)),
    }
  }

  function listed(choice: DictionaryChoice, rows: readonly Row[]): readonly ListedDictionary[] {
    if (choice.id === programList) {
      programWords ??= options.programWords()
      const own = { name: programListName, words: programWords }
      return [{ ...choice, ...own, from: 'program', added: null, isDamaged: false }]
    }
    if (choice.id === bundled?.id) {
      const { name, words } = bundled
      const isDamaged = !isStored(bundled.folder, choice.id)
      return [{ ...choice, name, words, from: 'organisation', added: null, isDamaged }]
    }
    return rows
      .filter(({ id }) => id === choice.id)
      .map(({ name, words, added }) => ({
        ...{ ...choice, name, words, added },
        from: 'reader',
        isDamaged: !isStored(folder, choice.id),
      }))
  }

  function sources(): readonly DictionarySource[] {
    const { rows, order } = current()
    return order
      .filter(({ isOn }) => isOn)
      .flatMap(({ id }): readonly DictionarySource[] => {
        if (id === programList) return ['program']
        if (id === bundled?.id) return [{ id, name: bundled.name, folder: bundled.folder }]
        return rows.filter((row) => row.id === id).map(({ name }) => ({ id, name, folder }))
      })
  }

  function write(arrangement: Arrangement): ShelfOutcome {
    const outcome: WriteOutcome = stored.write(arrangement)
    if (!outcome.ok) return outcome
    sweep(new Set(arrangement.rows.map(({ id }) => id)))
    options.onChange(sources())
    return { ok: true, shelf: list() }
  }

  /** Removes the files of dictionaries that were removed before the program was started. */
  function sweep(kept: ReadonlySet<string>): void {
    if (!fs.existsSync(folder)) return
    for (const name of fs.readdirSync(folder)) {
      const id = path.basename(name, '.json')
      if (!kept.has(id) && !removed.has(id)) fs.rmSync(path.join(folder, name), { force: true })
    }
  }

  async function readAs(file: string, installed: string | null): Promise<SampleOutcome> {
    leave()
    const own = new AbortController()
    reading = own
    const outcome = await options.read(file, own.signal)
    if (!outcome.ok) return { ok: false, reason: outcome.reason, file: path.basename(file) }
    if (own.signal.aborted) return { ok: false, reason: 'cancelled', file: path.basename(file) }
    read = { dictionary: outcome.value, installed }
    const { name, articles } = outcome.value
    const first = articles.slice(0, firstWords)
    return { ok: true, sample: { name, words: articles.length, first } }
  }

  function leave(): void {
    reading.abort()
    read = null
  }

  return {
    ...{ list, sources, leave },
    read: (file) => readAs(file, null),
    async readInstalled(name) {
      leave()
      const file = installedFile(options.installed, name)
      if (file === null) return { ok: false, reason: 'not-found', file: name }
      return readAs(file, name)
    },
    async keep(name) {
      if (read === null) return { ok: false, reason: 'failed' }
      const { dictionary, installed } = read
      const { id, bytes } = storeDictionary(dictionary.articles)
      const fault = await writeFile(folder, id, bytes)
      if (fault !== null) return { ok: false, reason: fault }
      read = null
      const { rows, order } = current()
      const words = dictionary.articles.length
      const row = { id, name, words, added: now().toISOString(), installed }
      return write({
        rows: [...rows.filter((one) => one.id !== id), row],
        order: [{ id, isOn: true }, ...order.filter((one) => one.id !== id)],
      })
    },
    arrange(asked) {
      const { rows } = current()
      const choices = [...new Map(asked.map((choice) => [choice.id, choice])).values()]
      const known = new Map([...removed, ...rows.map((row) => [row.id, row] as const)])
      const kept = choices.flatMap(({ id }) => known.get(id) ?? [])
      for (const row of rows) if (!kept.includes(row)) removed.set(row.id, row)
      for (const { id } of kept) removed.delete(id)
      const order = choices.filter(({ id }) => fixed.includes(id) || known.has(id))
      return write({ rows: kept, order: withFixed(order) })
    },
  }
}

async function writeFile(folder: string, id: string, bytes: Buffer): Promise<WriteFault | null> {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return 'failed'
  }
  const outcome = await writeWhole(storedFile(folder, id), bytes)
  if (outcome.ok) return null
  if (outcome.reason === 'disk-full') return 'disk-full'
  return outcome.reason === 'not-permitted' ? 'read-only' : 'failed'
}

// What the desk shows: everything kept, over all editions, narrowed to a shelf and to words.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { dutchCitation, englishCitation } from '#core/citation/cite-item'
import type { Highlight } from '#core/annotations/annotation'
import {
  arrangeDesk,
  isOnShelf,
  recordsOf,
  type DeskEdition,
  type DeskRow,
} from '#core/annotations/desk'
import { aboutEdition, hasWords, soughtWords, type SoughtWord } from '#core/annotations/find-kept'
import { stem } from '#core/dutch/stem'
import { knownEdition, knownEntry, type KeptOrder } from '#core/annotations/group-kept'
import { useEditionStore } from './edition.ts'
import { useHighlightsStore } from './highlights.ts'
import { useLibraryStore } from './library.ts'
import { usePlacedElsewhereStore } from './placed-elsewhere.ts'
import { useReaderDataStore } from './reader-data.ts'
import { useSettingsStore } from './settings.ts'
import { isDeskShelf, useShelfStore, type ShownShelf } from './shelf.ts'
import { useTagsStore } from './tags.ts'
import { patience } from '../patience.ts'

/** The shelves that tell how much is on them. */
const countedShelves = [
  { kind: 'all' },
  { kind: 'bookmark' },
  { kind: 'highlight', colour: null },
  { kind: 'note' },
  { kind: 'loose' },
] as const

/** A word that nobody wrote. */
const unheard = [{ word: '\0', stemOf: stem }]

/** So many milliseconds may be spent on finding before the window has its turn. */
const sliceLength = 8
/** So many rows are shown as soon as they are found: they fill any window. */
const firstRows = 40

export const useDeskStore = defineStore('desk', () => {
  const editions = useEditionStore()
  const elsewhere = usePlacedElsewhereStore()
  const highlights = useHighlightsStore()
  const library = useLibraryStore()
  const reader = useReaderDataStore()
  const settings = useSettingsStore()
  const shelf = useShelfStore()
  const tags = useTagsStore()
  const order = ref<KeptOrder>('reading')
  /** Words to narrow the list to. */
  const typed = ref('')
  const sought = computed(() => soughtWords(typed.value, stem))
  /** The keys of rows that the reader chose, to do something with all of them. */
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const isListed = ref(false)
  /** The key of the row that the keys are at. */
  const current = ref<string | null>(null)

  const known = computed(() => {
    const open = editions.edition === null ? [] : [knownEdition(editions.edition)]
    const others = library.entries.filter(({ id }) => id !== editions.edition?.id)
    return [...open, ...others.map(knownEntry)]
  })
  const all = computed(() => arrangeDesk(tags.tagged, order.value, known.value, highlights.itemOf))
  const rows = computed(() => all.value.flatMap((edition) => edition.rows))

  const onShelf = computed(() =>
    shelf.shown.kind === 'all' ? all.value : narrowed(all.value, (row) => isOn(row, shelf.shown)),
  )
  /** The keys of the rows with the words that are typed; null while none are. */
  const found = shallowRef<ReadonlySet<string> | null>(null)
  /** The words that `found` is, or begins to be, the answer to. */
  let answered: readonly SoughtWord[] = []
  /** Whether only the first rows with new words are shown yet. */
  const isFinding = ref(false)
  const shown = computed(() => {
    const among = found.value
    return among === null ? onShelf.value : narrowed(onShelf.value, ({ key }) => among.has(key))
  })
  const shownRows = computed(() => shown.value.flatMap((edition) => edition.rows))
  const chosenRows = computed(() =>
    chosen.value.size === 0 ? [] : shownRows.value.filter(({ key }) => chosen.value.has(key)),
  )

  /**
   * Finds the rows with the words that are typed. In slices, so that the window answers meanwhile; the last question counts. With new
   * words the first rows are shown before the others are found. The list asks for it: while it is not on the screen nothing is
   * looked for.
   */
  async function find(): Promise<void> {
    const [from, question] = [onShelf.value, sought.value]
    let isScreenShown = question === answered
    answered = question
    if (question.length === 0) {
      found.value = null
      isFinding.value = false
      return
    }
    const next = new Set<string>()
    const { months } = settings.language === 'en' ? englishCitation : dutchCitation
    let began = performance.now()
    for (const edition of from) {
      const about = aboutEdition(edition, months)
      for (const row of edition.rows) {
        if (hasWords(recordsOf(row), about, question)) next.add(row.key)
        const isScreen = !isScreenShown && next.size === firstRows
        if (isScreen) {
          found.value = new Set(next)
          isFinding.value = true
          isScreenShown = true
        }
        if (!isScreen && performance.now() - began < sliceLength) continue
        await nextTask()
        if (from !== onShelf.value || question !== sought.value) return
        began = performance.now()
      }
    }
    found.value = next
    isFinding.value = false
  }

  function narrowed(
    from: readonly DeskEdition[],
    isWanted: (row: DeskRow) => boolean,
  ): readonly DeskEdition[] {
    return from.flatMap((edition) => {
      const wanted = edition.rows.filter(isWanted)
      return wanted.length === 0 ? [] : [{ ...edition, rows: wanted }]
    })
  }

  function isOn(row: DeskRow, of: ShownShelf): boolean {
    return isDeskShelf(of) && isOnShelf(row, of, isLoose)
  }

  function isLoose(highlight: Highlight): boolean {
    return highlight.leftLoose === true || highlights.isLoose(highlight)
  }

  /** How many rows are on each shelf that is no tag's. */
  const counts = computed(() => {
    const shelves = { all: 0, bookmark: 0, highlight: 0, note: 0, loose: 0 }
    for (const row of rows.value)
      for (const of of countedShelves) if (isOn(row, of)) shelves[of.kind] += 1
    return shelves
  })

  /**
   * Nothing is shown before it is known which editions are here: dates put them in order. What is shown then is worked out in steps, so
   * that the window answers between them.
   */
  async function refresh(): Promise<void> {
    await Promise.all([library.load(), reader.whole()])
    const steps = [() => tags.counted, () => rows.value, () => counts.value, () => shownRows.value]
    for (const step of steps) {
      await nextTask()
      step()
    }
    isListed.value = true
    void elsewhere.load()
    setTimeout(prepare, patience.drawingRows)
  }

  /** Reads what was kept while nothing else goes on, so that the first question is answered at once. */
  function prepare(): void {
    const waiting = rows.value.values()
    const go = (deadline: IdleDeadline): void => {
      while (deadline.timeRemaining() > 1) {
        const next = waiting.next()
        if (next.done === true) return
        hasWords(recordsOf(next.value), '', unheard)
      }
      requestIdleCallback(go)
    }
    requestIdleCallback(go)
  }

  /** Another shelf is seen whole at first. */
  watch(
    () => shelf.shown,
    () => {
      typed.value = ''
      chooseNone()
    },
    { flush: 'sync' },
  )

  function choose(key: string, isChosen = !chosen.value.has(key)): void {
    const next = new Set(chosen.value)
    if (isChosen) next.add(key)
    else next.delete(key)
    chosen.value = next
  }

  function chooseAll(): void {
    if (!isFinding.value) chosen.value = new Set(shownRows.value.map(({ key }) => key))
  }

  function chooseNone(): void {
    chosen.value = new Set()
  }

  return {
    ...{ order, typed, sought, chosen, current, all, onShelf, shown, shownRows, chosenRows },
    ...{ counts, isListed, isFinding, refresh, find, choose, chooseAll, chooseNone },
  }
})

/** A timer would wait: after a few of them the browser adds four milliseconds to each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

// The items of all editions in the search: the bundled one by the index that came with it, those of the library by segments that
// are saved beside it, and one that is open without being kept. Which of them count follows from what lies in the library.
import type { IndexProgress } from '#core/desktop-api'
import type { CompoundSplitter } from '#core/dutch/compound'
import type { EditionBundle } from '#core/edition/edition'
import { segmentsToFold } from '#core/search/compact/fold-policy'
import { mergeSegments } from '#core/search/compact/merge-segments'
import { groupOf, packSegment } from '#core/search/compact/pack-segment'
import type { Segment, SegmentGroup } from '#core/search/compact/segment'
import type { SegmentSet, ShownSegment } from '#core/search/compact/segment-set'
import { wordsOf } from '#core/search/index-definition'
import type { StoreFiles } from '../store/durable-files.ts'
import { openLibraryTexts } from './library-texts.ts'
import { DamagedSegment, openSegment, type OpenedSegment } from './segment-file.ts'
import { createSegmentFolder } from './segment-folder.ts'

export interface ItemShelfOptions {
  /** Takes the items. */
  readonly set: SegmentSet
  readonly bundled: {
    readonly bundle: EditionBundle
    /** Of its text, as its index has it. */
    readonly stamp: string
    readonly index: string
  } | null
  readonly library: string | null
  readonly saveIn: string | null
  readonly mayWrite: boolean
  readonly files: StoreFiles
  readonly splitterFor: (words: ReadonlySet<string>) => CompoundSplitter
  /** Whether splitters know the word list, which is read for the answer. */
  readonly hasListedSeams: () => boolean
}

export interface ItemShelf {
  readonly isRebuilt: boolean
  readonly progress: IndexProgress | null
  /** Looks at what is there of these editions, and at all that is new in the library's folder. */
  refresh(changed: readonly string[]): void
  /** An edition that is open and not kept, in place of the one before. */
  show(bundle: EditionBundle | null): void
  /** Takes a damaged file away, so that what was in it is indexed again; false when it is none of these. */
  giveUp(file: string): boolean
  work(): boolean
  close(): void
}

const shownStamp = 'shown'
/** So many documents are indexed before they are saved, unless there is nothing more to index. */
const mostUnsaved = 2_000

export function openItemShelf(options: ItemShelfOptions): ItemShelf {
  const { set, bundled, splitterFor, mayWrite } = options
  const texts = options.library === null ? null : openLibraryTexts(options.library)
  const folder =
    options.saveIn === null
      ? null
      : createSegmentFolder(options.saveIn, { mayWrite, files: options.files })
  /** The file behind each segment that is saved. */
  const saved = new Map<Segment, OpenedSegment>()
  /** The index that came with the program. */
  let withProgram: OpenedSegment | null = null
  let shown: EditionBundle | null = null
  let isRebuilt = false
  let canSave = mayWrite && folder !== null
  /** Editions that are not indexed yet, and those that cannot be read. */
  let queue: string[] = []
  const unreadable = new Set<string>()
  /** Of the queue those that are searched meanwhile as they were indexed when there was no word list. */
  let outdated: ReadonlySet<string> = new Set()
  let done = 0
  let task: Generator<void, void> | null = null

  function isCurrent({ key, stamp }: SegmentGroup): boolean {
    if (shown?.edition.id === key) return stamp === shownStamp
    if (stamp === shownStamp) return false
    if (texts?.isCurrent(key, stamp) === true) return true
    const isInLibrary = texts?.has(key) === true
    return key === bundled?.bundle.edition.id && stamp === bundled.stamp && !isInLibrary
  }

  /** Of an edition that is in two segments, as after a kill, the later one counts. */
  function settle(): void {
    const latest = new Map<string, Segment>()
    for (const { segment } of set.parts) {
      for (const group of segment.groups) if (isCurrent(group)) latest.set(group.key, segment)
    }
    set.show((group, segment) => latest.get(group.key) === segment && isCurrent(group))
    const wanted = [...(texts?.ids ?? [])].filter(
      (id) => !unreadable.has(id) && shown?.edition.id !== id,
    )
    outdated = new Set(
      wanted.filter((id) => latest.get(id)?.hasListedSeams === false && options.hasListedSeams()),
    )
    if (queue.length === 0) done = 0
    queue = wanted.filter((id) => !latest.has(id) || outdated.has(id))
  }

  function add(bundle: EditionBundle, stamp: string): Segment {
    const group = groupOf(bundle, stamp)
    const splitCompound = splitterFor(new Set(wordsOf(group.documents)))
    const segment = packSegment([group], splitCompound, {
      hasListedSeams: options.hasListedSeams(),
    })
    set.add(segment)
    return segment
  }

  function indexNext(): void {
    const id = queue.shift()
    if (id === undefined || texts === null) return
    const read = texts.read(id)
    if (read === null) unreadable.add(id)
    else {
      const before = outdated.has(id) ? set.find(id) : null
      add(read.bundle, read.stamp)
      if (before !== null) set.hide(before)
    }
    done += 1
  }

  /** Segments that are only in memory, but for the edition that is not kept. */
  const unsaved = (): readonly ShownSegment[] =>
    set.parts.filter(({ segment }) => !saved.has(segment) && isOfLibrary(segment))

  function isOfLibrary({ groups }: Segment): boolean {
    return groups.every(({ stamp }) => stamp !== shownStamp && stamp !== bundled?.stamp)
  }

  function nextTask(): Generator<void, void> | null {
    const waiting = unsaved()
    const documents = waiting.reduce((sum, { segment }) => sum + segment.documentCount, 0)
    const isTime = documents >= mostUnsaved || (queue.length === 0 && waiting.length > 0)
    if (canSave && isTime) return fold(waiting, 'save')
    if (queue.length > 0 || !canSave) return foldSmall(waiting, 'keep in memory')
    return foldSmall(
      set.parts.filter(({ segment }) => saved.has(segment)),
      'save',
    )
  }

  function foldSmall(
    parts: readonly ShownSegment[],
    then: 'save' | 'keep in memory',
  ): Generator<void, void> | null {
    const small = segmentsToFold(parts)
    return small.length > 0 ? fold(small, then) : null
  }

  /** Makes one segment of several, and puts it in their place; when it is to be saved, after that. */
  function* fold(
    parts: readonly ShownSegment[],
    then: 'save' | 'keep in memory',
  ): Generator<void, void> {
    const folded = yield* mergeSegments(parts)
    let next: Segment | null = folded
    if (then === 'save' && folder !== null && folded.documentCount > 0) {
      try {
        const opened = yield* folder.write(folded)
        saved.set(opened.segment, opened)
        next = opened.segment
      } catch (error) {
        if (error instanceof DamagedSegment) return giveUpFile(error.file)
        // A full disk, or a folder that may not be written: the search goes on in memory, and a later start tries again.
        canSave = false
        if (parts.every(({ segment }) => saved.has(segment))) return
      }
    }
    const segments = parts.map(({ segment }) => segment)
    set.drop(segments)
    if (next.documentCount > 0) set.add(next)
    settle()
    for (const segment of segments) {
      const opened = saved.get(segment)
      saved.delete(segment)
      if (opened !== undefined) folder?.remove(opened)
    }
  }

  function openBundled(): void {
    if (bundled === null) return
    try {
      const reading = openSegment(bundled.index)
      if (reading.ok) {
        const { opened } = reading
        if (opened.segment.groups.some(({ stamp }) => stamp === bundled.stamp)) {
          withProgram = opened
          set.add(opened.segment)
          return
        }
        opened.close()
      }
    } catch {
      // It is missing, or may not be read; the text is there.
    }
    isRebuilt = true
    add(bundled.bundle, bundled.stamp)
  }

  function openSaved(): void {
    if (folder === null) return
    const { opened, faults } = folder.open()
    isRebuilt ||= faults.includes('damaged')
    // Of what a kill left behind in two files, or a system that keeps open files, the later one has all.
    const latest = new Map<string, OpenedSegment>()
    const nameOf = ({ key, stamp }: SegmentGroup): string => `${key} ${stamp}`
    for (const one of opened) {
      for (const group of one.segment.groups) latest.set(nameOf(group), one)
    }
    for (const one of opened) {
      if (one.segment.groups.some((group) => latest.get(nameOf(group)) === one)) {
        saved.set(one.segment, one)
        set.add(one.segment)
      } else folder.remove(one)
    }
  }

  function fileNamed(file: string): OpenedSegment | null {
    return [withProgram, ...saved.values()].find((opened) => opened?.file === file) ?? null
  }

  function giveUpFile(file: string): void {
    const found = fileNamed(file)
    if (found === null) return
    set.drop([found.segment])
    isRebuilt = true
    if (found === withProgram) {
      withProgram = null
      found.close()
      if (bundled !== null) add(bundled.bundle, bundled.stamp)
    } else {
      saved.delete(found.segment)
      folder?.remove(found)
    }
    settle()
  }

  openBundled()
  openSaved()
  texts?.refresh([])
  settle()

  return {
    get isRebuilt() {
      return isRebuilt
    },
    get progress() {
      return queue.length === 0 ? null : { done, all: done + queue.length }
    },
    refresh(changed) {
      for (const id of changed) unreadable.delete(id)
      texts?.refresh(changed)
      settle()
    },
    show(bundle) {
      const before = set.parts.filter(({ segment }) =>
        segment.groups.some(({ stamp }) => stamp === shownStamp),
      )
      set.drop(before.map(({ segment }) => segment))
      shown = bundle
      if (bundle !== null) add(bundle, shownStamp)
      settle()
    },
    giveUp(file) {
      if (fileNamed(file) === null) return false
      // What is being folded may read from it.
      task?.return()
      task = null
      giveUpFile(file)
      return true
    },
    work() {
      task ??= nextTask()
      if (task !== null) {
        if (task.next().done === true) task = null
        return true
      }
      if (queue.length === 0) return false
      indexNext()
      return true
    },
    close() {
      task?.return()
      task = null
      withProgram?.close()
      folder?.close()
    },
  }
}

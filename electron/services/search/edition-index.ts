// Indexes the items of all editions. The bundled edition comes with its index; those of the library have segments saved beside
// it; one that is open but not kept is only in memory. The library's folder decides which of them count.
import type { IndexProgress } from '#core/desktop-api'
import type { CompoundSplitter } from '#core/dutch/compound'
import type { EditionBundle } from '#core/edition/edition'
import { segmentsToMerge } from '#core/search/compact/merge-policy'
import { mergeSegments } from '#core/search/compact/merge-segments'
import { groupOf, packSegment } from '#core/search/compact/pack-segment'
import type { Segment, SegmentGroup } from '#core/search/compact/segment'
import type { SegmentSet, ShownSegment } from '#core/search/compact/segment-set'
import { wordsOf } from '#core/search/index-definition'
import type { StoreFiles } from '../store/durable-files.ts'
import { openLibraryTexts } from './library-texts.ts'
import { openCompiledIndex } from './prebuilt-index.ts'
import { DamagedSegment, type OpenedSegment } from './segment-file.ts'
import { createSegmentFolder } from './segment-folder.ts'

export interface EditionIndexOptions {
  /** Gets the segments of the items. */
  readonly set: SegmentSet
  readonly bundled: {
    readonly bundle: EditionBundle
    /** The stamp of its text, as in its index. */
    readonly stamp: string
    readonly index: string
  } | null
  readonly library: string | null
  readonly saveIn: string | null
  readonly mayWrite: boolean
  readonly files: StoreFiles
  /** @param words that are about to be indexed */
  readonly splitterFor: (words: ReadonlySet<string>) => CompoundSplitter
  /** Whether splitters know the word list. It is read to answer this. */
  readonly hasListedSeams: () => boolean
}

export interface EditionIndex {
  readonly isRebuilt: boolean
  readonly progress: IndexProgress | null
  /** Checks the files of these editions, and all that is new in the library's folder. */
  refresh(changed: readonly string[]): void
  /** Takes an edition that is open and not kept, in place of the one before. */
  show(bundle: EditionBundle | null): void
  /** Deletes a damaged file and queues its contents; false when it is no file of this index. */
  discardFile(file: string): boolean
  /** Does one step of what is to be done; false when nothing is. */
  work(): boolean
  close(): void
}

const shownStamp = 'shown'
/** So many indexed documents are saved at once, while more are to be indexed. */
const maxUnsavedDocuments = 2_000

type Task = Generator<void, void>
type Destination = 'file' | 'memory'

export function openEditionIndex(options: EditionIndexOptions): EditionIndex {
  const { set, bundled, splitterFor, mayWrite } = options
  const texts = options.library === null ? null : openLibraryTexts(options.library)
  const folder =
    options.saveIn === null
      ? null
      : createSegmentFolder(options.saveIn, { mayWrite, files: options.files })
  let bundledIndex: OpenedSegment | null = null
  let shown: EditionBundle | null = null
  let isRebuilt = false
  let canSave = mayWrite && folder !== null
  /** Ids of editions to be indexed. */
  let queue: string[] = []
  const unreadable = new Set<string>()
  /** Those of the queue that were indexed without a word list, and are searched like that meanwhile. */
  let outdated: ReadonlySet<string> = new Set()
  let done = 0
  let task: Task | null = null

  function isCurrent({ key, stamp }: SegmentGroup): boolean {
    if (shown?.edition.id === key) return stamp === shownStamp
    if (stamp === shownStamp) return false
    if (texts?.isCurrent(key, stamp) === true) return true
    const isInLibrary = texts?.has(key) === true
    return key === bundled?.bundle.edition.id && stamp === bundled.stamp && !isInLibrary
  }

  /** Decides which groups are alive, and which editions are to be indexed. */
  function reconcile(): void {
    // After a kill two segments may have the same edition; then the later one counts.
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

  function add(bundle: EditionBundle, stamp: string): void {
    const group = groupOf(bundle, stamp)
    const splitCompound = splitterFor(new Set(wordsOf(group.documents)))
    const hasListedSeams = options.hasListedSeams()
    set.add(packSegment([group], splitCompound, { hasListedSeams }))
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

  const isSaved = ({ segment }: ShownSegment): boolean => folder?.has(segment) === true

  function isOfLibrary({ segment: { groups } }: ShownSegment): boolean {
    return groups.every(({ stamp }) => stamp !== shownStamp && stamp !== bundled?.stamp)
  }

  function nextTask(): Task | null {
    const unsaved = set.parts.filter((part) => !isSaved(part) && isOfLibrary(part))
    const documents = unsaved.reduce((sum, { segment }) => sum + segment.documentCount, 0)
    const isTime = documents >= maxUnsavedDocuments || (queue.length === 0 && unsaved.length > 0)
    if (canSave && isTime) return merge(unsaved, 'file')
    if (queue.length > 0 || !canSave) return mergeSmall(unsaved, 'memory')
    return mergeSmall(set.parts.filter(isSaved), 'file')
  }

  function mergeSmall(parts: readonly ShownSegment[], destination: Destination): Task | null {
    const small = segmentsToMerge(parts)
    return small.length > 0 ? merge(small, destination) : null
  }

  /** Replaces segments by one, which is saved first if it goes to a file. */
  function* merge(parts: readonly ShownSegment[], destination: Destination): Task {
    let merged = yield* mergeSegments(parts)
    if (destination === 'file' && folder !== null && merged.documentCount > 0) {
      try {
        merged = yield* folder.write(merged)
      } catch (error) {
        if (error instanceof DamagedSegment) return removeFile(error.file)
        // With a full disk, or a read-only folder, the search goes on in memory. The next start tries again.
        canSave = false
        if (parts.every(isSaved)) return
      }
    }
    const segments = parts.map(({ segment }) => segment)
    set.drop(segments)
    if (merged.documentCount > 0) set.add(merged)
    reconcile()
    for (const segment of segments) folder?.remove(segment)
  }

  function openBundled(): void {
    if (bundled === null) return
    bundledIndex = openCompiledIndex(bundled.index, bundled.stamp)
    if (bundledIndex !== null) return set.add(bundledIndex.segment)
    isRebuilt = true
    add(bundled.bundle, bundled.stamp)
  }

  function openSaved(): void {
    if (folder === null) return
    const { segments, faults } = folder.open()
    isRebuilt ||= faults.includes('damaged')
    for (const segment of segments) set.add(segment)
  }

  function segmentOf(file: string): Segment | null {
    return bundledIndex?.file === file ? bundledIndex.segment : (folder?.segmentOf(file) ?? null)
  }

  function removeFile(file: string): void {
    const segment = segmentOf(file)
    if (segment === null) return
    set.drop([segment])
    isRebuilt = true
    folder?.remove(segment)
    if (bundled !== null && segment === bundledIndex?.segment) {
      bundledIndex.close()
      bundledIndex = null
      add(bundled.bundle, bundled.stamp)
    }
    reconcile()
  }

  function stopTask(): void {
    task?.return()
    task = null
  }

  openBundled()
  openSaved()
  texts?.refresh([])
  reconcile()

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
      reconcile()
    },
    show(bundle) {
      const before = set.parts.filter(({ segment }) =>
        segment.groups.some(({ stamp }) => stamp === shownStamp),
      )
      set.drop(before.map(({ segment }) => segment))
      shown = bundle
      if (bundle !== null) add(bundle, shownStamp)
      reconcile()
    },
    discardFile(file) {
      if (segmentOf(file) === null) return false
      // A merge that is going on may read from it.
      stopTask()
      removeFile(file)
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
      stopTask()
      bundledIndex?.close()
      folder?.close()
    },
  }
}

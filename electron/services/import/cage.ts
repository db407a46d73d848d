// Reads files from strangers in a process of its own, which is killed when it takes too much memory or too long.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as v from 'valibot'
import { packageLimits } from '#core/edition/manifest'
import type { ParsedDocument } from '#core/outline/document-edition'
import type { Read, Rejection } from '#core/edition/rejection'
import type { PackageContent, PackageFile } from '../packages/read-package.ts'
import {
  dictionaryResultSchema,
  hyphenationResultSchema,
  documentResultSchema,
  feedPartsResultSchema,
  feedResultSchema,
  fileResultSchema,
  mailboxResultSchema,
  packageResultSchema,
  teachResultSchema,
  type CageJob,
  type ToCage,
} from './cage-messages.ts'
import { createPortions } from './portions.ts'
import { runJob, type CageLimits, type CageRun } from './cage-run.ts'
import type { ProcessUsage } from './process-usage.ts'
import type { Lesson, ReadEdition } from './read-edition.ts'
import { createTurns } from './turns.ts'
import type { FeedEdition, FeedFile, MessagePlace } from './read-many.ts'
import type { MailboxMessage } from '../documents/mailbox.ts'
import type { DocumentFile } from '../documents/read-document.ts'
import type { FeedSplit } from '../documents/feed-split.ts'
import type { FeedContents } from '../documents/read-feed.ts'
import type { NamedDictionary } from '#core/lookup/dictionary-content'
import type { SourceDocument } from '#core/document/source-document'
import type { Form } from '#core/series/form'
import { patience } from '../program/patience.ts'

/** A process that runs `import-cage`: a child of Node, or a utility process of Electron. */
export interface CageProcess {
  readonly pid: () => number | undefined
  readonly send: (message: ToCage) => void
  readonly onMessage: (take: (message: unknown) => void) => void
  /** Also when it could not be started. */
  readonly onExit: (take: () => void) => void
  readonly kill: () => void
}

export interface CageOptions {
  readonly start: () => CageProcess
  /** What a process takes, or null when that cannot be told just now. */
  readonly processUsage: (pid: number) => Promise<ProcessUsage | null>
  readonly limits?: CageLimits
}

/** Takes a file of a package when it is found good, or a portion of a long list. */
type Take = (file: PackageFile) => void | Promise<void>

type OnProgress = (done: number, all: number) => void

interface Hooks {
  readonly take?: Take
  readonly onProgress?: OnProgress | undefined
  readonly signal?: AbortSignal | undefined
}

/** With a signal, what is being read or waits to be ends as 'cancelled' when that says so. */
export interface Cage {
  /** A file as a document, and the edition that it is, by the form of its series. Never throws for bad input. */
  readFile(file: DocumentFile, signal?: AbortSignal, form?: Form | null): Promise<Read<ReadEdition>>
  /** A form that has learnt from a document, with its looks, and how it should be. Never throws for bad input. */
  teach(form: Form, document: SourceDocument, lesson: Lesson): Promise<Read<Form>>
  /**
   * The edition in a document that was read before; `name` is that of its file. A form needs the looks of the document, and is
   * applied `anyway` where it does not fit. Never throws for bad input.
   */
  parse(
    document: SourceDocument,
    name: string | null,
    signal?: AbortSignal,
    form?: Form | null,
    anyway?: boolean,
  ): Promise<Read<ParsedDocument>>
  /** The messages of a mailbox, by its path; `onProgress` hears of bytes. Never throws for bad input. */
  listMailbox(
    file: string,
    onProgress?: OnProgress,
    signal?: AbortSignal,
  ): Promise<Read<readonly MailboxMessage[]>>
  /** One message of it as an edition. Never throws for bad input. */
  readMessage(file: string, place: MessagePlace, signal?: AbortSignal): Promise<Read<ReadEdition>>
  /** What a feed holds. Never throws for bad input. */
  listFeed(file: FeedFile, signal?: AbortSignal): Promise<Read<FeedContents>>
  /** A feed as several editions, of all its entries or of those at these places. Never throws for bad input. */
  readFeedParts(
    file: FeedFile,
    split: FeedSplit,
    only: readonly number[] | null,
    signal?: AbortSignal,
  ): Promise<Read<readonly FeedEdition[]>>
  /**
   * A package, checked as `readPackage` says; `onFile` takes each file when it is found good, one at a time. Throws
   * only what `onFile` throws.
   */
  readPackage(
    file: { readonly path: string; readonly programVersion: string },
    onFile?: Take,
    signal?: AbortSignal,
  ): Promise<Read<PackageContent>>
  /** The words of a dictionary, by the path of any of its files. Never throws for bad input. */
  readDictionary(file: string, signal?: AbortSignal): Promise<Read<NamedDictionary>>
  /** Where the long words of these texts may break: see `buildHyphenation`. Never throws. */
  hyphenate(texts: readonly string[], signal?: AbortSignal): Promise<Read<Record<string, string>>>
  /** Ends the process; what is being read, or waits to be, ends as 'cancelled'. */
  close(): void
}

export const cageLimits: CageLimits = {
  memoryBytes: 256 * 1024 * 1024,
  processorMilliseconds: patience.cageProcessor,
  milliseconds: patience.cage,
}

/**
 * Jobs are done one after the other, hyphenation before reading. The process is used again until one of them ends it or
 * leaves it with half of the memory it may hold.
 */
export function createCage(options: CageOptions): Cage {
  const limits = options.limits ?? cageLimits
  let cage: CageProcess | null = null
  let run: CageRun | null = null
  let isClosed = false
  const inTurn = createTurns()

  /** Runs a job and checks its result. */
  async function ask<Value>(
    schema: v.GenericSchema<unknown, Read<Value>>,
    job: CageJob,
    hooks: Hooks,
  ): Promise<Read<Value>> {
    const isOver = (): boolean => isClosed || hooks.signal?.aborted === true
    // The edition of a hyphenation waits to be kept, while files are read ahead.
    const result = await inTurn(
      async () => (isOver() ? refused('cancelled') : runNow(job, hooks)),
      job.kind === 'hyphenate',
    )
    if (!result.ok) return result
    // A large result came in one go: others have their turn before it is gone over.
    await nextTurn()
    const read = v.safeParse(schema, result.value)
    return read.success ? read.output : refused('reader-crashed')
  }

  function start(): CageProcess {
    const started = options.start()
    started.onMessage((message) => {
      if (cage === started) run?.hear(message)
    })
    started.onExit(() => {
      if (cage !== started) return
      cage = null
      run?.stop('reader-crashed')
    })
    return started
  }

  function discard(): void {
    cage?.kill()
    cage = null
  }

  async function runNow(
    job: CageJob,
    { take = () => undefined, onProgress = () => undefined, signal }: Hooks,
  ): Promise<Read<unknown>> {
    const isReady = cage !== null
    const used = (cage ??= start())
    const measure = async (): Promise<ProcessUsage | null> => {
      const pid = used.pid()
      return pid === undefined ? null : options.processUsage(pid)
    }
    const current = runJob({ job, isReady, limits, send: used.send, measure, take, onProgress })
    run = current
    const cancel = (): void => {
      current.stop('cancelled')
    }
    signal?.addEventListener('abort', cancel)
    let isGood = false
    try {
      const result = await current.result
      isGood = result.ok && current.memory() < limits.memoryBytes / 2
      return result
    } finally {
      signal?.removeEventListener('abort', cancel)
      run = null
      if (!isGood) discard()
    }
  }

  return {
    async readFile(file, signal, form = null) {
      if (isTooLarge(file)) return refused('file-too-large')
      return ask(fileResultSchema, { kind: 'file', file, form }, { signal })
    },
    teach: (form, document, lesson) =>
      ask(teachResultSchema, { kind: 'teach', form, document, lesson }, {}),
    parse: (document, name, signal, form = null, anyway = false) =>
      ask(documentResultSchema, { kind: 'document', document, name, form, anyway }, { signal }),
    async listMailbox(path, onProgress, signal) {
      const { take, whole } = createPortions()
      const job = { kind: 'mailbox', path } as const
      return whole(await ask(mailboxResultSchema, job, { take, onProgress, signal }))
    },
    readMessage: (path, place, signal) =>
      ask(fileResultSchema, { kind: 'message', path, place }, { signal }),
    async listFeed(file, signal) {
      if (isTooLarge(file)) return refused('file-too-large')
      return ask(feedResultSchema, { kind: 'feed', file }, { signal })
    },
    async readFeedParts(file, split, only, signal) {
      if (isTooLarge(file)) return refused('file-too-large')
      return ask(feedPartsResultSchema, { kind: 'feed-parts', file, split, only }, { signal })
    },
    readPackage: (file, take = () => undefined, signal) =>
      ask(packageResultSchema, { kind: 'package', ...file }, { take, signal }),
    readDictionary: (path, signal) =>
      ask(dictionaryResultSchema, { kind: 'dictionary', path }, { signal }),
    hyphenate: (texts, signal) =>
      ask(hyphenationResultSchema, { kind: 'hyphenate', texts }, { signal }),
    close() {
      isClosed = true
      run?.stop('cancelled')
      discard()
    },
  }
}

function isTooLarge({ bytes }: Pick<DocumentFile, 'bytes'>): boolean {
  return bytes.length > packageLimits.fileBytes
}

function refused(reason: Rejection): Read<never> {
  return { ok: false, reason }
}

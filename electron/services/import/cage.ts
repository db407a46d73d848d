// Reads files from strangers in a process of its own, which is killed when it takes too much memory or too long.
import * as v from 'valibot'
import { packageLimits } from '#core/edition/manifest'
import type { ParsedDigest } from '#core/edition/digest-result'
import type { Read, Rejection } from '#core/edition/rejection'
import type { PackageContent, PackageFile } from '../packages/read-package.ts'
import {
  hyphenationResultSchema,
  documentResultSchema,
  fileResultSchema,
  packageResultSchema,
  type CageJob,
  type ToCage,
} from './cage-messages.ts'
import { runJob, type CageLimits, type CageRun } from './cage-run.ts'
import type { ReadEdition } from './read-edition.ts'
import type { DocumentFile } from '../documents/read-document.ts'
import type { SourceDocument } from '#core/document/source-document'

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
  /** Bytes of memory that a process holds, or null when that cannot be told just now. */
  readonly residentMemory: (pid: number) => Promise<number | null>
  readonly limits?: CageLimits
}

/** Takes a file of a package when it is found good. */
type Take = (file: PackageFile) => void | Promise<void>

/** With a signal, what is being read or waits to be ends as 'cancelled' when that says so. */
export interface Cage {
  /** A file as a document, and the edition that it is. Never throws for bad input. */
  readFile(file: DocumentFile, signal?: AbortSignal): Promise<Read<ReadEdition>>
  /** The edition in a document that was read before; `name` is that of its file. Never throws for bad input. */
  parse(
    document: SourceDocument,
    name: string | null,
    signal?: AbortSignal,
  ): Promise<Read<ParsedDigest>>
  /**
   * A package, checked as `readPackage` says; `onFile` takes each file when it is found good, one at a time. Throws
   * only what `onFile` throws.
   */
  readPackage(
    file: { readonly path: string; readonly programVersion: string },
    onFile?: Take,
    signal?: AbortSignal,
  ): Promise<Read<PackageContent>>
  /** Where the long words of these texts may break: see `buildHyphenation`. Never throws. */
  hyphenate(texts: readonly string[], signal?: AbortSignal): Promise<Read<Record<string, string>>>
  /** Ends the process; what is being read, or waits to be, ends as 'cancelled'. */
  close(): void
}

export const cageLimits: CageLimits = { memoryBytes: 256 * 1024 * 1024, milliseconds: 5_000 }

/**
 * Files are read one after the other. The process is used again until one of them ends it or leaves it with half of
 * the memory it may hold.
 */
export function createCage(options: CageOptions): Cage {
  const limits = options.limits ?? cageLimits
  let cage: CageProcess | null = null
  let run: CageRun | null = null
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()

  function queue(job: CageJob, take: Take, signal?: AbortSignal): Promise<Read<unknown>> {
    const isOver = (): boolean => isClosed || signal?.aborted === true
    const result = last.then(() => (isOver() ? refused('cancelled') : runNow(job, take, signal)))
    last = result.catch(() => undefined) // the one who asked for it hears of it
    return result
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
    take: Take,
    signal: AbortSignal | undefined,
  ): Promise<Read<unknown>> {
    const isReady = cage !== null
    const used = (cage ??= start())
    const measure = async (): Promise<number | null> => {
      const pid = used.pid()
      return pid === undefined ? null : options.residentMemory(pid)
    }
    const current = runJob({ job, isReady, limits, send: used.send, measure, take })
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
    async readFile(file, signal) {
      if (file.bytes.length > packageLimits.fileBytes) return refused('file-too-large')
      const result = await queue({ kind: 'file', file }, () => undefined, signal)
      return result.ok ? checked(fileResultSchema, result.value) : result
    },
    async parse(document, name, signal) {
      const result = await queue({ kind: 'document', document, name }, () => undefined, signal)
      return result.ok ? checked(documentResultSchema, result.value) : result
    },
    async readPackage(file, onFile = () => undefined, signal) {
      const result = await queue({ kind: 'package', ...file }, onFile, signal)
      return result.ok ? checked(packageResultSchema, result.value) : result
    },
    async hyphenate(texts, signal) {
      const result = await queue({ kind: 'hyphenate', texts }, () => undefined, signal)
      return result.ok ? checked(hyphenationResultSchema, result.value) : result
    },
    close() {
      isClosed = true
      run?.stop('cancelled')
      discard()
    },
  }
}

function refused(reason: Rejection): Read<never> {
  return { ok: false, reason }
}

function checked<Value>(
  schema: v.GenericSchema<unknown, Read<Value>>,
  result: unknown,
): Read<Value> {
  const read = v.safeParse(schema, result)
  return read.success ? read.output : refused('reader-crashed')
}

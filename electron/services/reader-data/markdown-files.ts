// Writes what the reader kept into a folder of theirs, one file for each edition.
import fs from 'node:fs/promises'
import path from 'node:path'
import { editionOfFile, renewFile, type EditionFile } from '#core/annotations/markdown-folder'
import type { ExportOutcome, ExportCounts } from '#core/desktop/transfer'
import { exportFault, writeTogether, type WrittenFile } from '../program/write-whole.ts'

const ending = '.md'
/** In bytes: what stands at the head of a file of ours is within them. */
const headLength = 4_096

interface FolderExport {
  readonly report: (progress: ExportCounts) => void
  /** Ends it before anything is in place. */
  readonly signal: AbortSignal
}

interface KnownFolder {
  /** Files of earlier exports by edition; the reader may have given them other names. */
  readonly byEdition: ReadonlyMap<string, string>
  /** All names in it, as a file system compares them that knows no case. */
  readonly taken: Set<string>
}

/**
 * Files of other programs are never touched, and a file that would stay the same is not written.
 * @param folder must be there
 */
export async function writeMarkdownFiles(
  folder: string,
  files: readonly EditionFile[],
  { report, signal }: FolderExport,
): Promise<ExportOutcome> {
  const written: WrittenFile[] = []
  let left = 0
  try {
    const known = await lookAt(folder)
    for (const { edition, name, content } of files) {
      const present = known.byEdition.get(edition)
      const file = path.join(folder, present ?? freeName(name, known.taken))
      const existing = present === undefined ? null : await fs.readFile(file, 'utf8')
      const next = existing === null ? content : renewFile(existing, content)
      if (next === null) left += 1
      else if (next !== existing) written.push({ file, content: next })
    }
  } catch (error) {
    return { ok: false, reason: exportFault(error) }
  }
  const outcome = await writeTogether(written, signal, (done) => {
    report({ done, all: written.length, of: 'files' })
  })
  return outcome.ok ? { ok: true, file: folder, left } : outcome
}

async function lookAt(folder: string): Promise<KnownFolder> {
  const entries = await fs.readdir(folder, { withFileTypes: true })
  const byEdition = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.toLowerCase().endsWith(ending)) continue
    const edition = editionOfFile(await headOf(path.join(folder, entry.name)))
    if (edition !== null) byEdition.set(edition, entry.name)
  }
  return { byEdition, taken: new Set(entries.map(({ name }) => compared(name))) }
}

async function headOf(file: string): Promise<string> {
  const handle = await fs.open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headLength) })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The name itself, or with a number where something of that name is there. */
function freeName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? `${name}${ending}` : `${name} (${String(count)})${ending}`
    if (taken.has(compared(free))) continue
    taken.add(compared(free))
    return free
  }
}

function compared(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

// A disk in memory that forgets what was not synced. A file's bytes are safe only after a sync of the file, names only after
// a sync of the folder; until then a power cut may keep any part of them, in any combination, torn or zeroed.
import { basename } from 'node:path'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'

interface Inode {
  readonly id: number
  /** What a program sees, and what is certainly on the disk. */
  seen: Buffer
  safe: Buffer
  pending: DataChange[]
}

type DataChange =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

type NameChange =
  | { readonly kind: 'add'; readonly name: string; readonly inode: Inode }
  | { readonly kind: 'rename'; readonly from: string; readonly name: string; readonly inode: Inode }
  | { readonly kind: 'remove'; readonly name: string }

export interface CrashFiles extends StoreFiles {
  /** Operations that change something, so far. */
  readonly operations: number
  /** The program has met its end: see `stopAfter`. */
  readonly isDead: boolean
  /** Everything a program sees now, by name. */
  contents(): ReadonlyMap<string, Buffer>
  /** One of the disks that a power cut at this moment may leave. */
  afterPowerLoss(random: () => number, kept: 'nothing' | 'everything' | 'some'): CrashFiles
}

export interface CrashFilesOptions {
  readonly contents?: ReadonlyMap<string, Buffer>
  /** After so many operations the program is dead: every later one throws and changes nothing. */
  readonly stopAfter?: number
  /**
   * So many operations from this one on (counted from 1) fail with this code. A sync that fails drops what it should have kept, and later syncs
   * of the same descriptor succeed and do nothing: the worst that systems do after an error they have told once.
   */
  readonly failing?: { readonly from: number; readonly times: number; readonly code: string }
}

/** An empty disk, or one on which `contents` are safe. There is one folder; paths count by their last part. */
export function createCrashFiles(options: CrashFilesOptions = {}): CrashFiles {
  const { stopAfter = Infinity, failing } = options
  const descriptors = new Map<number, Inode>()
  const seenNames = new Map<string, Inode>()
  const spent = new Set<number>()
  let safeNames = new Map<string, Inode>()
  let pendingNames: NameChange[] = []
  let operations = 0
  let isDead = false
  let lastId = 0
  for (const [name, bytes] of options.contents ?? []) {
    const inode = createInode(bytes)
    seenNames.set(name, inode)
    safeNames.set(name, inode)
  }

  function createInode(bytes: Buffer): Inode {
    lastId += 1
    return { id: lastId, seen: bytes, safe: bytes, pending: [] }
  }

  function step(): void {
    isDead ||= operations >= stopAfter
    if (isDead) throw fault('CRASH')
    operations += 1
    const since = operations - (failing?.from ?? Infinity)
    if (failing && since >= 0 && since < failing.times) throw fault(failing.code)
  }

  function named(path: string): Inode {
    const inode = seenNames.get(basename(path))
    if (!inode) throw fault('ENOENT')
    return inode
  }

  function opened(descriptor: number): Inode {
    const inode = descriptors.get(descriptor)
    if (!inode) throw fault('EBADF')
    return inode
  }

  function describe(inode: Inode): number {
    const descriptor = descriptors.size + 100
    descriptors.set(descriptor, inode)
    return descriptor
  }

  function sync(descriptor: number): void {
    const inode = opened(descriptor)
    try {
      step()
    } catch (error) {
      spent.add(descriptor)
      inode.pending = []
      throw error
    }
    if (spent.has(descriptor)) return
    // Only what is pending: bytes that an earlier sync failed to keep are not brought back by this one.
    inode.safe = inode.pending.reduce(changed, inode.safe)
    inode.pending = []
  }

  return {
    get operations() {
      return operations
    },
    get isDead() {
      return isDead
    },
    contents: () => new Map([...seenNames].map(([name, { seen }]) => [name, seen])),
    list: () => [...seenNames.keys()],
    makeFolder: () => undefined,
    read: (path) => named(path).seen,
    readPart: (path, from, length) => named(path).seen.subarray(from, from + length),
    create(path) {
      step()
      const name = basename(path)
      let inode = seenNames.get(name)
      if (inode) {
        inode.seen = Buffer.alloc(0)
        inode.pending.push({ kind: 'truncate', length: 0 })
      } else {
        inode = createInode(Buffer.alloc(0))
        seenNames.set(name, inode)
        pendingNames.push({ kind: 'add', name, inode })
      }
      return describe(inode)
    },
    open: (path) => describe(named(path)),
    write(descriptor, bytes, position) {
      step()
      const inode = opened(descriptor)
      const change: DataChange = { kind: 'write', position, bytes: Buffer.from(bytes) }
      inode.seen = changed(inode.seen, change)
      inode.pending.push(change)
      return bytes.byteLength
    },
    truncate(descriptor, length) {
      step()
      const inode = opened(descriptor)
      inode.seen = inode.seen.subarray(0, length)
      inode.pending.push({ kind: 'truncate', length })
    },
    sync,
    syncData: sync,
    close: () => undefined,
    rename(from, to) {
      step()
      const inode = named(from)
      seenNames.delete(basename(from))
      seenNames.set(basename(to), inode)
      pendingNames.push({ kind: 'rename', from: basename(from), name: basename(to), inode })
    },
    remove(path) {
      named(path)
      step()
      seenNames.delete(basename(path))
      pendingNames.push({ kind: 'remove', name: basename(path) })
    },
    syncFolder() {
      step()
      safeNames = new Map(seenNames)
      pendingNames = []
    },
    identity: (file) => String((typeof file === 'number' ? opened(file) : named(file)).id),
    afterPowerLoss(random, kept) {
      const isKept = (chance: number): boolean =>
        kept === 'everything' || (kept === 'some' && random() < chance)
      const names = new Map(safeNames)
      for (const change of pendingNames) {
        if (!isKept(0.5)) continue
        if (change.kind === 'rename') names.delete(change.from)
        if (change.kind === 'remove') names.delete(change.name)
        else names.set(change.name, change.inode)
      }
      const contents = new Map<string, Buffer>()
      for (const [name, inode] of names) {
        const bytes = inode.pending
          .filter(() => isKept(0.6))
          .map((change) => (kept === 'some' ? torn(change, random) : change))
          .reduce(changed, inode.safe)
        contents.set(name, bytes)
      }
      return createCrashFiles({ contents })
    },
  }
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function changed(bytes: Buffer, change: DataChange): Buffer {
  if (change.kind === 'truncate') return bytes.subarray(0, change.length)
  const end = change.position + change.bytes.byteLength
  const result = Buffer.alloc(Math.max(bytes.byteLength, end))
  bytes.copy(result)
  change.bytes.copy(result, change.position)
  return result
}

/** Half of the writes arrive in part, some with zeros where the bytes should be. */
function torn(change: DataChange, random: () => number): DataChange {
  if (change.kind === 'truncate') return change
  const whole = change.bytes.byteLength
  const length = random() < 0.5 ? Math.floor(random() * whole) : whole
  const bytes = Buffer.from(change.bytes.subarray(0, length))
  if (random() < 0.1) bytes.fill(0, Math.floor(random() * length))
  return { ...change, bytes }
}

// Takes room or permission away from a library, gives it back, and prints what came of it as JSON. Arguments: an empty folder, the
// case, how many rounds, and `forgiving` for the broken twin that takes a full disk for a successful write. Permission does not
// bind root, so root steps down.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createRandom } from './fault-size.ts'
import { afterStep, holds, takeStep, type Holdings, type Step } from './library-life.ts'

const [place = '', name = '', rounds = '1', mode = ''] = process.argv.slice(2)
const folder = join(place, 'library')
const ordinaryUser = 65_534

const forgivingFiles: StoreFiles = {
  ...realFiles,
  write(descriptor, bytes, position) {
    try {
      return realFiles.write(descriptor, bytes, position)
    } catch {
      return bytes.byteLength
    }
  },
}
const files = mode === 'forgiving' ? forgivingFiles : realFiles

const adding = (id: string): Step => ({ kind: 'add', id, revision: 1 })
const removing = (id: string): Step => ({ kind: 'remove', id, revision: 1 })

if (name.startsWith('permission') && process.getuid?.() === 0) {
  chownSync(place, ordinaryUser, ordinaryUser)
  process.setgroups?.([])
  process.setgid?.(ordinaryUser)
  process.setuid?.(ordinaryUser)
}

/** Tries every kind of change, and says what each came to. */
function tryAll(library: EditionLibrary): Record<string, unknown> {
  return {
    add: told(takeStep(library, adding('nieuw'))),
    remove: told(takeStep(library, removing('een'))),
    restore: told(takeStep(library, { kind: 'restore', id: 'weg', revision: 1 })),
    fault: library.fault,
  }
}

function told(outcome: { ok: boolean; reason?: string }): string {
  return outcome.ok ? 'ok' : (outcome.reason ?? '')
}

/** Een and twee are in it; weg was removed. */
function prepare(): Holdings {
  mkdirSync(folder)
  const library = openEditionLibrary({ folder })
  let held: Holdings = new Map()
  for (const step of [adding('een'), adding('weg'), removing('weg'), adding('twee')]) {
    takeStep(library, step)
    held = afterStep(held, step)
  }
  library.close()
  return held
}

/** What happens before the library is opened, or after, and how it is set right. */
function lose(when: 'before' | 'meanwhile', take: () => void, giveBack: () => void): unknown {
  const held = prepare()
  if (when === 'before') take()
  const library = openEditionLibrary({ folder })
  if (when === 'meanwhile') take()
  const lost = tryAll(library)
  const isHeld = holds(library, held)
  giveBack()
  const regained = tryAll(library)
  library.close()
  return { lost, isHeld, regained }
}

function remount(options: 'ro' | 'rw'): void {
  // `bind` changes the mount and not the disk, which a user namespace allows too.
  execFileSync('mount', ['-o', `remount,bind,${options}`, place])
}

/** Leaves so many pages of the disk. */
function fill(pages: number): void {
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(join(place, 'filler'), Buffer.alloc(Math.max(0, (bavail - pages) * bsize)))
}

function fullDiskRounds(): Record<string, number> {
  const counts = { rounds: 0, refused: 0, 'for another reason': 0, wrong: 0, left: 0, stuck: 0 }
  const random = createRandom(48)
  for (; counts.rounds < Number(rounds); counts.rounds += 1) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    let held: Holdings = new Map()
    let library = openEditionLibrary({ folder, files })
    const take = (step: Step): boolean => {
      const outcome = takeStep(library, step, 40)
      if (outcome.ok) held = afterStep(held, step)
      else if (outcome.reason === 'disk-full') counts.refused += 1
      else counts['for another reason'] += 1
      if (!holds(library, held, 40)) counts.wrong += 1
      return outcome.ok
    }
    take(adding('vooraf'))
    fill(Math.floor(random() * 20))
    for (let number = 0; number < 5; number += 1) take(adding(`editie-${number}`))
    if (readdirSync(folder).some((file) => file.endsWith('.tmp'))) counts.left += 1
    // Without room one can still read, and open the library anew.
    if (random() < 0.5) {
      library.close()
      library = openEditionLibrary({ folder, files })
      if (!holds(library, held, 40)) counts.wrong += 1
      take(adding('op-een-volle-schijf'))
    }
    rmSync(join(place, 'filler'))
    if (!take(adding('naderhand')) || !take(removing('vooraf'))) counts.stuck += 1
    library.close()
    library = openEditionLibrary({ folder, files })
    if (!holds(library, held, 40)) counts.wrong += 1
    library.close()
  }
  return counts
}

const cases: Record<string, () => unknown> = {
  'disk full': fullDiskRounds,
  'mounted read-only': () =>
    lose(
      'before',
      () => remount('ro'),
      () => remount('rw'),
    ),
  'mounted read-only while open': () =>
    lose(
      'meanwhile',
      () => remount('ro'),
      () => remount('rw'),
    ),
  'permission to write taken': () =>
    lose(
      'before',
      () => chmodSync(folder, 0o500),
      () => chmodSync(folder, 0o700),
    ),
  'permission to write taken while open': () =>
    lose(
      'meanwhile',
      () => chmodSync(folder, 0o500),
      () => chmodSync(folder, 0o700),
    ),
  'permission to read taken': () =>
    lose(
      'before',
      () => chmodSync(folder, 0o000),
      () => chmodSync(folder, 0o700),
    ),
  'permission to read one edition taken': () => {
    prepare()
    const file = join(folder, 'een@1.json')
    chmodSync(file, 0o000)
    const library = openEditionLibrary({ folder })
    const opened = library.open('een')
    const { damaged } = library.list()
    chmodSync(file, 0o600)
    const again = library.open('een').ok
    const left = library.list().damaged
    library.close()
    return { opened, damaged: damaged.map(({ id, reason }) => ({ id, reason })), again, left }
  },
}

console.log(JSON.stringify(cases[name]?.()))

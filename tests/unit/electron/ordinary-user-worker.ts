// What only permission can show, tried as an ordinary user, whom it binds: root steps down. Arguments: a folder and a case;
// prints the answer as JSON.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openFile } from '../../../electron/services/editions/edition-file.ts'
import { openProfile } from '../../../electron/services/program/profile.ts'
import { openReaderDataStore } from '../../../electron/services/reader-data/reader-data-store.ts'
import { createReaderData } from '../../../electron/services/reader-data/reader-data.ts'
import {
  exportReaderData,
  readImport,
} from '../../../electron/services/reader-data/reader-transfer.ts'
import { createFolderWatch } from '../../../electron/services/watch/watched-folder.ts'
import { aBookmark } from '../core/reader-data/reader-records.ts'
import { aCage } from './a-cage.ts'
import { bounds } from '../../bounds.ts'

const [place = '', name = ''] = process.argv.slice(2)
const ordinaryUser = 65_534

if (process.getuid?.() === 0) {
  fs.chownSync(place, ordinaryUser, ordinaryUser)
  process.setgroups?.([])
  process.setgid?.(ordinaryUser)
  process.setuid?.(ordinaryUser)
}
process.env.TMPDIR = place

const at = (...parts: string[]): string => path.join(place, ...parts)
const forbidden = (mode: number, file: string): string => {
  fs.chmodSync(file, mode)
  return file
}

function folder(file: string): string {
  fs.mkdirSync(file)
  return file
}

function written(file: string, text: string): string {
  fs.writeFileSync(file, text)
  return file
}

async function withData(use: (data: ReturnType<typeof createReaderData>) => Promise<unknown>) {
  const data = createReaderData(openReaderDataStore({ folder: at('data') }))
  data.put(aBookmark())
  try {
    return await use(data)
  } finally {
    data.close()
  }
}

/** Exports over an older export, and says what lies there afterwards. */
function exportOver(target: string): Promise<unknown> {
  return withData(async (data) => {
    const options = {
      format: 'json',
      keys: null,
      findEdition: () => Promise.resolve(null),
      language: 'nl',
      now: new Date(0),
      report: () => undefined,
      signal: new AbortController().signal,
    } as const
    const outcome = await exportReaderData(data, { ...options, file: target })
    return {
      outcome,
      files: fs.readdirSync(path.dirname(target)),
      text: fs.readFileSync(target, 'utf8').slice(0, 20),
    }
  })
}

/** Opens a file as the program does; the cage is never started for one that may not be read. */
function opening(file: string): Promise<unknown> {
  const hyphenate = (): Promise<Record<string, string>> => Promise.resolve({})
  return openFile(file, { cage: aCage(), programVersion: '0.1.0', hyphenate })
}

const cases: Record<string, () => unknown> = {
  'a digest that may not be read': () =>
    opening(forbidden(0o000, written(at('digest.txt'), 'Tekst.'))),
  'a digest in a folder that may not be entered': () => {
    const file = written(path.join(folder(at('dicht')), 'digest.txt'), 'Tekst.')
    forbidden(0o000, at('dicht'))
    return opening(file)
  },
  'a followed folder that may not be read': async () => {
    const followed = folder(at('Postvak'))
    const faults: (string | null)[] = []
    const until = async (isThere: () => boolean): Promise<void> => {
      while (!isThere()) await setTimeout(bounds.look)
    }
    const watch = createFolderWatch({
      store: openReaderDataStore({ folder: at('data') }),
      keepFiles: () => Promise.reject(new Error('there is nothing to take')),
      onChange: (now) => faults.push(now?.fault ?? null),
      onKept: () => undefined,
      delays: { stable: 20, betweenScans: 20, missing: 20 },
    })
    watch.start()
    watch.follow(forbidden(0o000, followed))
    await until(() => faults.at(-1) != null)
    fs.chmodSync(followed, 0o700)
    await until(() => faults.at(-1) === null)
    watch.close()
    return faults
  },
  'a profile that may not be written': () => openProfile(forbidden(0o500, folder(at('profile')))),
  'a profile that may not be written, unlike the folder for the browser in it': () => {
    openProfile(at('profile'))
    return openProfile(forbidden(0o500, at('profile')))
  },
  'a profile whose folder for the browser may not be written': () => {
    openProfile(at('profile'))
    forbidden(0o500, at('profile', 'browser'))
    return openProfile(at('profile'))
  },
  'a profile in a folder that may not be written': () =>
    openProfile(path.join(forbidden(0o500, folder(at('above'))), 'profile')),
  'an export to a folder that may not be written': () => {
    const target = written(path.join(folder(at('dicht')), 'export.json'), 'een oudere export')
    forbidden(0o500, at('dicht'))
    return exportOver(target)
  },
  'an export over a file that may not be written': () => {
    const target = written(path.join(folder(at('open')), 'export.json'), 'een oudere export')
    return exportOver(forbidden(0o400, target))
  },
  'an import that may not be read': () =>
    withData(async (data) => {
      const file = forbidden(0o000, written(at('in.json'), '{}'))
      return (await readImport(data, file)).reading
    }),
  'an export to a full disk': () => {
    const target = written(at('export.json'), 'een oudere export')
    fs.mkdirSync(at('data'))
    return withData(async (data) => {
      const filler = fs.openSync(at('filler'), 'w')
      try {
        for (;;) fs.writeSync(filler, Buffer.alloc(512))
      } catch {
        fs.closeSync(filler) // the disk is full
      }
      const options = {
        format: 'json',
        keys: null,
        findEdition: () => Promise.resolve(null),
        language: 'nl',
        now: new Date(0),
        report: () => undefined,
        signal: new AbortController().signal,
      } as const
      const outcome = await exportReaderData(data, { ...options, file: target })
      return {
        outcome,
        files: fs.readdirSync(place).filter((file) => file.startsWith('.')),
        text: fs.readFileSync(target, 'utf8'),
      }
    })
  },
}

const result = await cases[name]?.()
console.log(JSON.stringify(result))

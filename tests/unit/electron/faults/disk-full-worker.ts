// Rounds of work on a disk that becomes full. Run on a small file system of its own. Arguments: its folder, how many rounds,
// and `forgiving` for the broken twin that takes a full disk for a successful write. Prints the counts as JSON.
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createRandom } from './fault-size.ts'
import { applyToMap, applyToStore, hasSameEntries, type Write } from './reference-store.ts'

const [disk = '', rounds = '1', mode = ''] = process.argv.slice(2)
const folder = join(disk, 'store')
const filler = join(disk, 'filler')
const random = createRandom(46)
const counts = {
  rounds: 0,
  acknowledged: 0,
  refused: 0,
  'refused for another reason': 0,
  lost: 0,
  'wrong in memory': 0,
  'opened on a full disk': 0,
  unopenable: 0,
  'not writing again': 0,
}

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

for (; counts.rounds < Number(rounds); counts.rounds += 1) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  runRound()
}
console.log(JSON.stringify(counts))

function runRound(): void {
  const expected = new Map<string, unknown>()
  let number = 0
  let store = openStore()
  const write = (): boolean => {
    const next = aWrite(number)
    number += 1
    const outcome = applyToStore(store, next)
    if (outcome.ok) {
      applyToMap(expected, next)
      counts.acknowledged += 1
    } else {
      counts.refused += 1
      if (outcome.reason !== 'disk-full') counts['refused for another reason'] += 1
    }
    // Everything can still be read, and so be exported.
    if (!hasSameEntries(store.entries(), expected)) counts['wrong in memory'] += 1
    return outcome.ok
  }
  for (let count = 0; count < 20; count += 1) write()
  const { bavail, bsize } = statfsSync(disk)
  const pages = Math.floor(random() * 16)
  writeFileSync(filler, Buffer.alloc(Math.max(0, (bavail - pages) * bsize)))
  for (let count = 0; count < 60; count += 1) {
    write()
    if (random() < 0.05) store.compact()
  }
  if (random() < 0.5) {
    store.close()
    store = openStore()
    counts['opened on a full disk'] += 1
    if (store.access !== 'writable') counts.unopenable += 1
    if (!hasSameEntries(store.entries(), expected)) counts.lost += 1
    for (let count = 0; count < 5; count += 1) write()
  }
  rmSync(filler)
  if (!write()) counts['not writing again'] += 1
  store.close()
  store = openStore()
  if (!hasSameEntries(store.entries(), expected)) counts.lost += 1
  store.close()
}

function openStore() {
  const files = mode === 'forgiving' ? forgivingFiles : realFiles
  return openReaderDataStore({ folder, files, journalLimit: 8_000 })
}

function aWrite(number: number): Write {
  const text = 'x'.repeat(100 + Math.floor(random() * 1_500))
  const key = `note:${number % 30}`
  if (number % 17 === 16) return { kind: 'remove', key }
  return { kind: 'put', key, value: { kind: 'note', number, text } }
}

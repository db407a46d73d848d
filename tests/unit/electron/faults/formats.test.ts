// A store that a newer program has written, or was just about to take over. There is one format now, so the newer program is
// this one with a higher number in its files; taking over is writing the first generation in the new format, and that is
// cut off at every file operation, by a kill and by a power cut.
import { describe, expect, it } from 'vitest'
import { createCrashFiles } from './crash-files.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { hasSameEntries, stateAfter } from './reference-store.ts'
import { reframed } from './reframe.ts'
import { noProgress, openOnDay, workThreeDays, type Guard } from './working-life.ts'

const newerProgram: Guard = (files) => {
  const paths = new Map<number, string>()
  return {
    ...files,
    create(path) {
      const descriptor = files.create(path)
      paths.set(descriptor, path)
      return descriptor
    },
    write(descriptor, bytes, position) {
      const changed = reframed(paths.get(descriptor) ?? '', Buffer.from(bytes), (json) =>
        json.replace('{"format":1,', '{"format":2,'),
      )
      return files.write(descriptor, changed, position)
    },
  }
}

/** The broken twin does not look at the format: it sees its own in every file. */
const blindToFormat: Guard = (files) => ({
  ...files,
  read: (path) =>
    reframed(path, files.read(path), (json) => json.replace('{"format":2,', '{"format":1,')),
})

/** A store with two generations and a backup, as it is after some days of work with seed 1. */
function anOldStore() {
  const files = createCrashFiles()
  const progress = noProgress()
  workThreeDays(files, 1, progress).close()
  return { contents: files.contents(), state: stateAfter(progress.acknowledged) }
}

function withFormat(file: string, change: (json: string) => string): Map<string, Buffer> {
  const contents = new Map(anOldStore().contents)
  const name =
    [...contents.keys()]
      .filter((other) => other.startsWith(file))
      .sort()
      .at(-1) ?? ''
  contents.set(name, reframed(name, contents.get(name) ?? Buffer.alloc(0), change))
  return contents
}

function writeInEveryWay(store: ReturnType<typeof openOnDay>) {
  return [
    store.put('a', 1),
    store.putAll([['b', 2]]),
    store.remove([...store.entries().keys()][0] ?? ''),
    store.compact(),
  ]
}

describe('a store of a newer program', () => {
  it.each(['snapshot', 'journal', 'backup'])('is read and never changed: %s', (file) => {
    const contents = withFormat(file, (json) => json.replace('{"format":1,', '{"format":2,'))
    const files = createCrashFiles({ contents })
    const store = openOnDay(files)
    expect(store.access).toBe('read-only')
    expect(store.findings).toContainEqual(
      expect.objectContaining({ kind: 'newer-format', format: 2 }),
    )
    expect(hasSameEntries(store.entries(), anOldStore().state)).toBe(true)
    expect(writeInEveryWay(store).every((outcome) => !outcome.ok)).toBe(true)
    store.close()
    expect(files.contents()).toEqual(contents)
  })

  it('is read from the last generation that can be understood', () => {
    const contents = withFormat('snapshot', () => '{"format":2,"compressed":"…"}')
    const store = openOnDay(createCrashFiles({ contents }))
    expect(store.access).toBe('read-only')
    expect(hasSameEntries(store.entries(), anOldStore().state)).toBe(true)
  })

  it('is overwritten by the twin that does not look at the format', () => {
    const contents = withFormat('snapshot', (json) => json.replace('{"format":1,', '{"format":2,'))
    const files = createCrashFiles({ contents })
    const store = openOnDay(blindToFormat(files))
    expect(store.access).toBe('writable')
    writeInEveryWay(store)
    expect(files.contents()).not.toEqual(contents)
  })
})

it('is old or new when taking it over is cut off, never between', { timeout: faultTimeout }, () => {
  const counts = { states: 0, old: 0, new: 0, wrong: 0, 'new and changed': 0 }
  const { contents, state } = anOldStore()
  const random = createRandom(49)
  while (counts.states < sized(5_000)) {
    for (let stopAfter = 0; ; stopAfter += 1) {
      const files = createCrashFiles({ contents, stopAfter })
      const store = openOnDay(newerProgram(files))
      store.compact()
      const killed = createCrashFiles({ contents: files.contents() })
      for (const disk of [killed, files.afterPowerLoss(random, 'some')]) {
        counts.states += 1
        const before = disk.contents()
        const old = openOnDay(disk)
        if (!hasSameEntries(old.entries(), state)) counts.wrong += 1
        const isOld = old.access === 'writable'
        counts[isOld ? 'old' : 'new'] += 1
        writeInEveryWay(old)
        old.close()
        const isChanged = [...before].some(([name, bytes]) => {
          const isLock = name.endsWith('.lock')
          return !isLock && !disk.contents().get(name)?.equals(bytes)
        })
        if (!isOld && isChanged) counts['new and changed'] += 1
      }
      if (!files.isDead) break
    }
  }
  reportCounts('taking over a store, cut off', counts)
  expect(counts.old).toBeGreaterThan(0)
  expect(counts.new).toBeGreaterThan(0)
  expect(counts).toMatchObject({ wrong: 0, 'new and changed': 0 })
})

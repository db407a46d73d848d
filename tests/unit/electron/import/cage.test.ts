import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startCageChild } from '../../../../electron/services/import/cage-child.ts'
import {
  createCage,
  type Cage,
  type CageOptions,
} from '../../../../electron/services/import/cage.ts'
import { processUsage } from '../../../../electron/services/import/process-usage.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import { documentText } from '../../../../src/core/document/source-document.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { aFeed, aLetterPage, aMailbox } from '../../../fixtures/a-mailbox.ts'
import { bounds } from '../../../bounds.ts'
import { program } from '../../program.ts'

const bombs = program('cage-bombs')
const memoryBytes = 256 * 1024 * 1024
/** What ends as it should has all the time that tests have. */
const limits = {
  memoryBytes,
  processorMilliseconds: bounds.expect,
  milliseconds: bounds.expect,
}
/** For what must run out of its time. */
const hurried = { ...limits, milliseconds: 1_000 }

let cage: Cage | null = null
afterEach(() => cage?.close())

function aCage(change: Partial<CageOptions> & { readonly program?: string } = {}): Cage {
  cage = createCage({
    start: () => startCageChild(change.program ?? bombs),
    processUsage,
    limits,
    ...change,
  })
  return cage
}

function tell(what: string) {
  return { bytes: Buffer.from(what), format: 'text' as const, encoding: null, name: null }
}

async function outcome(used: Cage, what: string): Promise<string> {
  const read = await used.readFile(tell(what))
  return read.ok ? documentText(read.value.document) : read.reason
}

describe('the cage', () => {
  it.each(['hold a gigabyte in buffers', 'hold a gigabyte, a little at a time'])(
    'kills a reader that would %s',
    async (what) => {
      expect(await outcome(aCage(), what)).toBe('too-much-memory')
    },
  )

  it('lets it have that memory when nobody watches, so the watch is what kills it', async () => {
    const unwatched = aCage({
      processUsage: () => Promise.resolve(null),
    })
    expect(await outcome(unwatched, 'hold a gigabyte in buffers')).toBe('64')
  })

  it.each(['never end', 'never answer'])('kills a reader that would %s', async (what) => {
    expect(await outcome(aCage({ limits: hurried }), what)).toBe('too-slow')
  })

  it('kills one that takes too much of the processor, long before its time is over', async () => {
    const busy = aCage({ limits: { ...limits, processorMilliseconds: 300 } })
    expect(await outcome(busy, 'never end')).toBe('too-slow')
  })

  it('lets one that only waits go on: a busy machine makes no file too slow', async () => {
    const calm = aCage({ limits: { ...limits, processorMilliseconds: 300 } })
    expect(await calm.listMailbox('report four steps')).toEqual({ ok: true, value: [] })
    const blind = aCage({
      limits: { ...hurried, processorMilliseconds: 0 },
      processUsage: () => Promise.resolve({ memory: 0, processor: null }),
    })
    expect(await outcome(blind, 'good')).toBe('good')
    expect(await outcome(blind, 'never end')).toBe('too-slow')
  })

  it('waits for it when there is no deadline, so the deadline is what kills it', async () => {
    const patient = aCage()
    const ended = outcome(patient, 'never end')
    const other = new Promise((resolve) =>
      setTimeout(() => resolve('still running'), bounds.attempt),
    )
    expect(await Promise.race([ended, other])).toBe('still running')
    patient.close()
    expect(await ended).toBe('cancelled')
  })

  it('hyphenates what is about to be kept before it reads what waits', async () => {
    const used = aCage({ program: program('import-cage') })
    const done: string[] = []
    await Promise.all([
      used.readFile(tell('een')).then(() => done.push('read')),
      used.readFile(tell('twee')).then(() => done.push('read later')),
      used.hyphenate(['overstromingsgevaar']).then(() => done.push('hyphenated')),
    ])
    expect(done).toEqual(['read', 'hyphenated', 'read later'])
  })

  it('ends what is read, and what waits to be, when their signals say so, and reads on', async () => {
    const patient = aCage()
    const [first, second] = [new AbortController(), new AbortController()]
    const reading = patient.readFile(tell('never end'), first.signal)
    const waiting = patient.readFile(tell('never end'), second.signal)
    const next = outcome(patient, 'good')
    second.abort()
    setTimeout(() => {
      first.abort()
    }, bounds.longWork)
    expect(await reading).toEqual({ ok: false, reason: 'cancelled' })
    expect(await waiting).toEqual({ ok: false, reason: 'cancelled' })
    expect(await next).toBe('good')
    first.abort()
    expect(await outcome(patient, 'good')).toBe('good')
  })

  it.each(['throw', 'exit', 'answer nonsense', 'refuse for no known reason', 'speak out of turn'])(
    'takes it for a crash when a reader would %s',
    async (what) => {
      expect(await outcome(aCage(), what)).toBe('reader-crashed')
    },
  )

  it('reads the next file after one that ended the process', async () => {
    const used = aCage({ limits: hurried })
    for (const what of ['throw', 'never end', 'hold a gigabyte in buffers', 'exit']) {
      const bad = outcome(used, what)
      expect(await outcome(used, 'good')).toBe('good')
      expect(await bad).not.toBe(what)
    }
  })

  it('uses one process for many files, and another when it has grown', async () => {
    const used = aCage()
    const [first] = (await outcome(used, 'tell its process')).split(' ')
    expect((await outcome(used, 'tell its process')).split(' ')[0]).toBe(first)
    expect(await outcome(used, 'hold 160 megabytes')).toBe('1')
    expect((await outcome(used, 'tell its process')).split(' ')[0]).not.toBe(first)
  })

  it('hands its process no environment and no right to write or to make programs', async () => {
    const used = aCage()
    expect((await outcome(used, 'tell its process')).split(' ')[1]).not.toContain('PATH')
    expect(await outcome(used, 'write a file')).toBe('reader-crashed')
    expect(await outcome(used, 'make a program of a text')).toBe('reader-crashed')
    expect(fs.existsSync('written-by-the-cage')).toBe(false)
  })

  it('starts nothing for a file that is too large, and nothing once it is closed', async () => {
    let starts = 0
    const counting = aCage({
      start: () => {
        starts += 1
        return startCageChild(bombs)
      },
    })
    const large = { ...tell(''), bytes: Buffer.alloc(21 * 1024 * 1024) }
    expect(await counting.readFile(large)).toEqual({ ok: false, reason: 'file-too-large' })
    counting.close()
    expect(await outcome(counting, 'good')).toBe('cancelled')
    expect(starts).toBe(0)
  })

  it('says so when its program cannot be started', async () => {
    expect(await outcome(aCage({ program: '/nowhere/cage.ts' }), 'good')).toBe('reader-crashed')
  })

  it('gives a long job its time anew for each step, and hears of it', async () => {
    const steps: number[] = []
    const read = await aCage({ limits: hurried }).listMailbox('report four steps', (done) =>
      steps.push(done),
    )
    expect(read).toEqual({ ok: true, value: [] })
    expect(steps).toEqual([1, 2, 3, 4])
  })

  it.each(['report one step for ever', 'report too far', 'report for ever'])(
    'ends a reader that would %s',
    async (what) => {
      expect(await aCage({ limits: hurried }).listMailbox(what)).toEqual({
        ok: false,
        reason: 'reader-crashed',
      })
    },
  )

  it('lists a mailbox and reads its messages, each by itself', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cage-'))
    const file = path.join(folder, 'post.mbox')
    const letter = (subject: string) => ({ subject, text: aLetterPage(subject) })
    fs.writeFileSync(file, aMailbox([letter('De sluis'), letter('De loods')]))
    const used = aCage({ program: program('import-cage') })
    const listed = await used.listMailbox(file)
    const [, second] = listed.ok ? listed.value : []
    expect(second).toMatchObject({ subject: 'De loods', address: 'brief@havenblad.example' })
    const read = second === undefined ? null : await used.readMessage(file, second)
    expect(read).toMatchObject({ ok: true, value: { edition: { title: 'De loods' } } })
    expect(await used.listMailbox(path.join(folder, 'geen.mbox'))).toEqual({
      ...{ ok: false, reason: 'not-found' },
    })
    fs.rmSync(folder, { recursive: true })
  })

  it('never holds all heads of a large mailbox', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cage-'))
    const file = path.join(folder, 'post.mbox')
    // All heads together take more than the memory that a job may have.
    const head = `X-Route: ${'x'.repeat(20_000)}\nFrom: De redactie <redactie@havenblad.example>`
    const letter = `From a Sat Nov  7 00:30:00 2026\n${head}\n\nDe kade is dicht.\n\n`
    const some = letter.repeat(1_000)
    for (let thousand = 0; thousand < 15; thousand += 1) fs.appendFileSync(file, some)
    const listed = await aCage({ program: program('import-cage') }).listMailbox(file)
    expect(listed.ok ? listed.value.length : listed.reason).toBe(15_000)
    fs.rmSync(folder, { recursive: true })
  })

  it('lists a feed, and reads it in parts', async () => {
    const entry = (title: string) => ({ title, day: '2024-07-05', html: `<p>De ${title}.</p>` })
    const feed = aFeed('Krant', [entry('kade'), entry('brug'), entry('sluis')])
    const file = { bytes: Buffer.from(feed), encoding: null, name: 'krant.rss' }
    const used = aCage({ program: program('import-cage') })
    expect(await used.listFeed(file)).toMatchObject({
      value: { title: 'Krant', entries: [{ title: 'kade' }, {}, {}] },
    })
    expect(await used.readFeedParts(file, 'entry', [0, 2])).toMatchObject({
      value: [
        { entries: [0], read: { ok: true, value: { edition: { title: 'kade' } } } },
        { entries: [2] },
      ],
    })
    const large = { ...file, bytes: Buffer.alloc(20 * 1024 * 1024 + 1) }
    for (const read of [used.listFeed(large), used.readFeedParts(large, 'day', null)])
      expect(await read).toEqual({ ok: false, reason: 'file-too-large' })
  })

  it('reads packages, and gives their files one at a time', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cage-'))
    const file = path.join(folder, 'x.editie')
    const images = ['a', 'b'].map((name) => ({ path: `images/${name}.png`, bytes: onePixel }))
    const edition = aDatedEdition()
    fs.writeFileSync(file, await writePackage({ publisher: 'Ik', edition, notes: null, images }))
    const used = aCage({ program: program('import-cage') })
    const taken: string[] = []
    const wanted = { path: file, programVersion: '0.1.0' }
    const read = await used.readPackage(wanted, async ({ path: name, bytes }) => {
      taken.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, bounds.look))
      taken.push(`${name} ${bytes.length > 0}`)
    })
    expect(read.ok && read.value.edition).toEqual(edition)
    expect(taken).toEqual(
      ['edition.json', 'images/a.png', 'images/b.png'].flatMap((name) => [
        `${name} begins`,
        `${name} true`,
      ]),
    )
    const failing = used.readPackage(wanted, () => Promise.reject(new Error('disk full')))
    await expect(failing).rejects.toThrow('disk full')
    expect((await used.readPackage(wanted)).ok).toBe(true)
    fs.rmSync(folder, { recursive: true })
  })
})

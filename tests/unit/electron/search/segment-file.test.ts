import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DamagedSegment,
  openSegment,
  writeSegment,
} from '../../../../electron/services/search/segment-file.ts'
import { bytesOfProgram, bytesOnDisk } from '../../../../electron/services/search/segment-bytes.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { runToEnd } from '../../../../src/core/search/compact/merge-segments.ts'
import type { Segment } from '../../../../src/core/search/compact/segment.ts'
import { aLexicon } from '../../core/dutch/a-lexicon.ts'
import { segmentOf, segmentOfTexts } from '../../core/search/a-search.ts'
import { anEdition } from '../../core/search/an-edition.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-segment-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

const segment = segmentOf(
  [
    anEdition({ lede: 'Over het windturbinepark.', sections: { Zee: ['Thuisbatterijen. :: VP'] } }),
    anEdition({ id: 'blik-2', language: 'en', sections: { '': ['Ook 中国 en 👩‍🔬.'] } }),
  ],
  aLexicon('thuis batterij wind turbine park'),
)

function write(written: Segment, files: StoreFiles = realFiles): string {
  runToEnd(writeSegment(files, folder, 'a.segment', written))
  return path.join(folder, 'a.segment')
}

/** All that is in a segment, with its texts. */
function contentOf({ read, ...rest }: Segment): unknown {
  const documents = Array.from({ length: rest.documentCount }, (_, number) => read(number))
  return { ...rest, documents }
}

function contentOfFile(file: string, bytesOf = bytesOnDisk): unknown {
  const reading = openSegment(file, bytesOf)
  if (!reading.ok) return reading.reason
  try {
    return contentOf(reading.opened.segment)
  } catch (error) {
    if (error instanceof DamagedSegment) return 'damaged text'
    throw error
  } finally {
    reading.opened.close()
  }
}

describe.each([
  ['on the disk', bytesOnDisk],
  ['of the program', bytesOfProgram],
])('a segment as a file %s', (_where, bytesOf) => {
  it('is read as it was written', () => {
    expect(contentOfFile(write(segment), bytesOf)).toEqual(contentOf(segment))
    expect(fs.readdirSync(folder)).toEqual(['a.segment'])
  })

  it('is refused or gives its own content, whichever byte is changed', () => {
    const file = write(segment)
    const bytes = fs.readFileSync(file)
    const wanted = contentOf(segment)
    const outcomes = new Map<string, number>()
    for (let at = 0; at < bytes.length; at++) {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x20
      fs.writeFileSync(file, spoilt)
      const content = contentOfFile(file, bytesOf)
      const outcome = typeof content === 'string' ? content : 'read'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (outcome === 'read') expect(content).toEqual(wanted)
    }
    expect(outcomes.get('damaged')).toBeGreaterThan(500)
    expect(outcomes.get('damaged text')).toBeGreaterThan(100)
    // Between the texts and the arrays there may be a few bytes that say nothing.
    expect(outcomes.get('read') ?? 0).toBeLessThan(8)
  })

  it('is refused, wherever it is cut off', () => {
    const file = write(segment)
    const bytes = fs.readFileSync(file)
    for (let length = 0; length < bytes.length; length += 7) {
      fs.writeFileSync(file, bytes.subarray(0, length))
      expect(contentOfFile(file, bytesOf)).toBe('damaged')
    }
  })
})

it('a file of the program is read as a whole when it is opened', () => {
  const file = write(segment)
  const reading = openSegment(file, bytesOfProgram)
  fs.truncateSync(file)
  expect(reading.ok && contentOf(reading.opened.segment)).toEqual(contentOf(segment))
})

describe('a segment as a file', () => {
  it('is read as it was written, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const made = segmentOfTexts(...texts)
        expect(contentOfFile(write(made))).toEqual(contentOf(made))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same for the same segment', () => {
    const first = fs.readFileSync(write(segment))
    expect(fs.readFileSync(write(segment)).equals(first)).toBe(true)
  })

  it('leaves nothing behind when the disk is full, and the older file as it was', () => {
    const file = write(segment)
    const before = fs.readFileSync(file)
    const full: StoreFiles = {
      ...realFiles,
      write: (descriptor, bytes, position) =>
        position > 200 ? 0 : realFiles.write(descriptor, bytes.subarray(0, 100), position),
    }
    expect(() => write(segmentOfTexts('Boten '.repeat(200)), full)).toThrow('nothing was written')
    expect(fs.readdirSync(folder)).toEqual(['a.segment'])
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })

  it('leaves nothing behind when it is given up in the middle', () => {
    const steps = writeSegment(
      realFiles,
      folder,
      'b.segment',
      segmentOfTexts(...Array.from({ length: 300 }, (_, n) => `boot ${String(n)}`)),
    )
    steps.next()
    expect(fs.readdirSync(folder)).toEqual(['b.segment.tmp'])
    steps.return()
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

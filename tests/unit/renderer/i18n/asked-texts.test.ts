// A text that is asked for and does not exist shows its key to the reader: neither the types nor the library refuse it.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nl } from '../../../../src/i18n/nl.ts'

const source = path.join(import.meta.dirname, '../../../../src')
/** A key as it is written, or the beginning of one that is put together. */
const asked = /\bt\(\s*(?:'([^']+)'|`([^`$]+)\.\$)/gu

/** The keys, or beginnings of keys, that a file asks for and that are not among the texts. */
function missingIn(code: string): readonly string[] {
  return [...code.matchAll(asked)].flatMap(([, whole, beginning]) => {
    const key = whole ?? beginning ?? ''
    const found = key.split('.').reduce<unknown>(within, nl)
    return typeof found === (whole === undefined ? 'object' : 'string') ? [] : key
  })
}

function within(tree: unknown, name: string): unknown {
  return typeof tree === 'object' && tree !== null
    ? (tree as Readonly<Record<string, unknown>>)[name]
    : undefined
}

describe('every text that the interface asks for', () => {
  it('exists', () => {
    const files = fs
      .readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:vue|ts)$/u.test(file))
    const code = files.map((file) => fs.readFileSync(path.join(source, file), 'utf8'))
    expect(code.flatMap((one) => [...one.matchAll(asked)]).length).toBeGreaterThan(600)
    expect(code.flatMap(missingIn)).toEqual([])
  })

  it.each([
    ["t('desk.nowhere')", 'desk.nowhere'],
    ['t(`desks.${kind}`)', 'desks'],
    ["t('desk.keys')", 'desk.keys'],
  ])('would be missed: %s', (code, key) => {
    expect(missingIn(code)).toEqual([key])
  })
})

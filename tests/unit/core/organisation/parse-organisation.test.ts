import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseOrganisation } from '../../../../src/core/organisation/parse-organisation.ts'

const example = fs.readFileSync(
  path.join(import.meta.dirname, '../../../fixtures/organisation/leeslamp.organisation.json'),
  'utf8',
)

/** What is wrong with a text: `line: reason`. */
function mistakesOf(text: string): string[] {
  const parsed = parseOrganisation(text)
  const mistakes = parsed.ok ? parsed.value.weak : parsed.mistakes
  return mistakes.map(({ line, reason }) => `${String(line)}: ${reason}`)
}

const lines = (...all: string[]): string => all.join('\n')

describe('the file of an organisation', () => {
  it('says its name, logo, colours and editions, and where', () => {
    const parsed = parseOrganisation(`\uFEFF${example}`)
    expect(parsed.ok && parsed.value.file).toMatchObject({
      name: 'Waterschap De Lage Kade',
      logo: 'logo.svg',
      editions: 'edities',
    })
    expect(parsed.ok && parsed.value.lineOf('logo')).toBe(4)
    expect(parsed.ok && parsed.value.lineOf('editions')).toBe(10)
  })

  it('needs no more than a name', () => {
    expect(mistakesOf('{ "schemaVersion": 1, "name": "{[{[{[{[{[ \\" ]}" }')).toEqual([
      expect.stringContaining('letter'),
    ])
    expect(mistakesOf('{ "schemaVersion": 1, "name": "De Kade" }')).toEqual([])
  })

  it.each([
    ['', '1: this is no JSON, at column 1: it is empty'],
    ['{', '1: this is no JSON, at column 2: CloseBraceExpected'],
    [
      lines('{', '  "name": "De Kade"', '  "schemaVersion": 1', '}'),
      '3: this is no JSON, at column 3: CommaExpected',
    ],
    [
      lines('{', '  "name": "De Kade",', '}'),
      '3: this is no JSON, at column 1: PropertyNameExpected',
    ],
    [
      lines('{', '  // een naam', '  "name": "De Kade"', '}'),
      '2: this is no JSON, at column 3: InvalidCommentToken',
    ],
    [lines('{', '  "name": De Kade', '}'), '2: this is no JSON, at column 11: InvalidSymbol'],
    ['[]', '1: a list stands here, and this file has none'],
    ['"De Kade"', '1: the file holds one object in braces'],
    [
      lines('{ "schemaVersion": 1,', '"name": "De Kade",', '"name": "Het Gors" }'),
      '3: "name" stands here a second time, or is no name',
    ],
    [
      lines('{ "schemaVersion": 1, "name": "De Kade",', '"__proto__": {} }'),
      '2: "__proto__" stands here a second time, or is no name',
    ],
    ['{ "schemaVersion": 1 }', '1: "name" is missing'],
    ['{ "name": "De Kade" }', '1: "schemaVersion" is missing'],
    [
      lines('{', '"schemaVersion": 2, "name": "De Kade" }'),
      '2: schemaVersion: the only version that there is is 1',
    ],
    [lines('{ "schemaVersion": 1,', '"name": 7 }'), '2: name: a name is a text'],
    [
      lines('{ "schemaVersion": 1,', '"name": "" }'),
      '2: name: a name has no white space around it',
    ],
    [
      lines('{ "schemaVersion": 1,', '"name": " Kade" }'),
      '2: name: a name has no white space around it',
    ],
    [
      lines('{ "schemaVersion": 1,', `"name": "${'k'.repeat(81)}" }`),
      '2: name: a name has at most 80 characters',
    ],
    [
      lines('{ "schemaVersion": 1,', '"name": "Ka\\u202Ede" }'),
      '2: name: a name has no characters that are not seen',
    ],
    ...['\u200B', '\u00AD', '\u2060', '\uFEFF', '\u3164', '\u{E0041}', '\u0007', '\u2800'].map(
      (hidden): [string, string] => [
        lines('{ "schemaVersion": 1,', `"name": ${JSON.stringify(`Ka${hidden}de`)} }`),
        '2: name: a name has no characters that are not seen',
      ],
    ),
    [lines('{ "schemaVersion": 1,', '"name": "–" }'), '2: name: a name has a letter or a digit'],
    [
      lines('{ "schemaVersion": 1, "name": "K",', '"logo": "logo\\u202Egvs.png" }'),
      '2: logo: a place has no characters that are not seen',
    ],
    [
      lines('{ "schemaVersion": 1, "name": "K", "colours":', '{"a":'.repeat(9)),
      '2: nothing in this file stands so deep',
    ],
    [lines('', '['.repeat(100_000)), '2: nothing in this file stands so deep'],
    [
      lines('{ "schemaVersion": 1, "name": "K",', '"color": {} }'),
      '2: "color" is no key of this file',
    ],
    [lines('{ "schemaVersion": 1, "name": "K",', '"logo": 1 }'), '2: logo: a place is a text'],
    ...['../logo.svg', '/logo.svg', 'C:\\\\logo.svg', 'a/../b.svg', '', './logo.svg'].map(
      (place): [string, string] => [
        lines('{ "schemaVersion": 1, "name": "K",', `"logo": "${place}" }`),
        '2: logo: a place lies beside the file or below it',
      ],
    ),
    [
      lines('{ "schemaVersion": 1, "name": "K",', '"editions": ["edities"] }'),
      '2: a list stands here, and this file has none',
    ],
    [
      lines('{ "schemaVersion": 1, "name": "K", "colours":', '[] }'),
      '2: a list stands here, and this file has none',
    ],
    [
      lines('{ "schemaVersion": 1, "name": "K", "colours":', '7 }'),
      '2: colours: an object in braces stands here',
    ],
    [
      lines('{ "schemaVersion": 1, "name": "K", "colours": {', '"contrast": {} } }'),
      '2: "colours.contrast" is no key of this file',
    ],
    [
      lines(
        '{ "schemaVersion": 1, "name": "K", "colours": {',
        '"papier": { "accent": "#123456" } } }',
      ),
      '2: "colours.papier.accentInk" is missing',
    ],
    ...['#12345', 'navy', '#12345678', 'rgb(1,2,3)', '#12345g'].map((colour): [string, string] => [
      lines(
        '{ "schemaVersion": 1, "name": "K", "colours": { "papier": {',
        '"accentInk": "#0f4c66",',
        `"accent": "${colour}" } } }`,
      ),
      '3: colours.papier.accent: a colour is # and six hexadecimal digits, such as "#1f4e79"',
    ]),
    [
      lines('{ "schemaVersion": 1, "name": "K",', '"bundledEdition": "nee" }'),
      '2: bundledEdition: here stands true or false, without quotes',
    ],
    [
      example.replace('#1f6f8b', '#c0d0d8'),
      '6: accent of papier cannot be read on its wash: 1.32 to 1, and 3 is the least',
    ],
    [
      example.replace('#8ed3ea', '#3a5a66'),
      '8: accentInk of lamp-uit cannot be read on its wash: 2.01 to 1, and 4.5 is the least',
    ],
  ])('is refused with line and reason: %j', (text, mistake) => {
    expect(mistakesOf(text)).toContain(mistake)
  })

  it('tells all that is wrong, by line', () => {
    const text = lines('{', '"schemaVersion": 3,', '"naam": "K",', '"logo": 4', '}')
    expect(mistakesOf(text).map((mistake) => mistake.slice(0, 2))).toEqual(['1:', '2:', '3:', '4:'])
  })

  it('tells of colours that cannot be read together with all other mistakes', () => {
    const text = example
      .replace('#1f6f8b', '#c0d0d8')
      .replace('#0f4c66', 'navy')
      .replace('"logo.svg"', '7')
    expect(mistakesOf(text)).toEqual([
      '4: logo: a place is a text',
      '6: colours.papier.accentInk: a colour is # and six hexadecimal digits, such as "#1f4e79"',
      '6: accent of papier cannot be read on its wash: 1.32 to 1, and 3 is the least',
    ])
  })

  it('says whether the edition of the program comes along', () => {
    const parsed = parseOrganisation('{ "schemaVersion": 1, "name": "K", "bundledEdition": false }')
    expect(parsed.ok && parsed.value.file.bundledEdition).toBe(false)
  })

  it('has an example that the handbook walks through', () => {
    const page = path.join(import.meta.dirname, '../../../../docs/organisations.md')
    const blocks = [...fs.readFileSync(page, 'utf8').matchAll(/```json\n(.*?)```/gsu)]
    expect(blocks.length).toBe(2)
    for (const [, text = ''] of blocks) expect(mistakesOf(text)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { exportAnki, exportedWord } from '../../../../src/core/annotations/export-words.ts'
import { annotationKey } from '../../../../src/core/annotations/kinds.ts'
import { aWord } from '../reader-data/reader-records.ts'

const context = { title: 'Weekblik', section: null, number: 3 }

describe('the word list for Anki', () => {
  it('has the headers that Anki reads, and a line a word with the word in bold', () => {
    const word = aWord({ context, glosses: ['lock', 'sluice'] })
    const [separator, html, deck, guid, columns, line, end] = exportAnki([word]).split('\n')
    expect([separator, html, deck, guid]).toEqual([
      ...['#separator:tab', '#html:true', '#deck:Leeslamp', '#guid column:1'],
    ])
    expect(columns).toBe('#columns:guid\tword\tgloss\tsentence\tsource')
    expect(line?.split('\t')).toEqual([
      ...[annotationKey(word), 'sluis', 'lock; sluice'],
      ...['De <b>sluizen</b> gaan dicht.', 'Weekblik, 3'],
    ])
    expect(end).toBe('')
  })

  it('lets no sign of a text end a field or make HTML', () => {
    const sentence = 'De <i>sluizen</i>\tgaan & "dicht".\nNu.'
    const line = exportAnki([aWord({ sentence })])
      .split('\n')
      .at(-2)
    expect(line?.split('\t')).toHaveLength(5)
    expect(line).toContain('De &lt;i&gt;<b>sluizen</b>&lt;/i&gt; gaan &amp; &quot;dicht&quot;. Nu.')
  })

  it('leaves a sentence whole in which the word is not found', () => {
    expect(exportedWord(aWord({ printed: 'brug' })).sentence).toEqual([
      'De sluizen gaan dicht.',
      '',
      '',
    ])
  })
})

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import EditionHeader from '../../../../src/parts/reading/EditionHeader.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEdition } from '../../core/search/an-edition.ts'

function aHeader(changes: Partial<Edition> = {}, props: { isMarginCovered?: boolean } = {}) {
  const words = { title: 'Het dorp', series: 'Streekpost', lede: 'Over de sluis.' }
  const { edition } = anEdition({ ...words, date: '2024-07-05', caption: 'De kade' })
  return mount(EditionHeader, {
    props: {
      ...{ edition: { ...edition, ...changes }, maker: null, outerMargin: true },
      ...{ isMarginCovered: false, shown: (text: string) => text.toUpperCase(), ...props },
    },
    global: { plugins: [i18n] },
  })
}

describe('the header of an edition', () => {
  it('has series and date, and title and lede as they are to be shown', () => {
    const header = aHeader()
    expect(header.get('.kicker').text()).toMatch(/^Streekpost\s*5 juli 2024/u)
    expect(aHeader({ number: '27' }).get('.kicker').text()).toMatch(/^Streekpost\s*nr\. 27\s*5/u)
    expect(header.get('h1').text()).toBe('HET DORP')
    expect(header.get('h1').attributes('lang')).toBe('nl')
    expect(header.get('.lede').text()).toBe('OVER DE SLUIS.')
  })

  it('gives each paragraph of the lede its own', () => {
    const lede = aHeader({ lede: 'Over de sluis.\n\nEn over de dijk.' }).findAll('.lede p')
    expect(lede.map((paragraph) => paragraph.text())).toEqual([
      'OVER DE SLUIS.',
      'EN OVER DE DIJK.',
    ])
  })

  it('leaves the caption to its picture, where the edition has that', () => {
    const pictures = [{ file: null, label: 'Kade', caption: null, address: null }]
    const slots = {
      default: '<template #default="{ pictures }">{{ pictures[0].caption }}</template>',
    }
    const { edition } = anEdition({ title: 'Het dorp', caption: 'De kade' })
    const header = mount(EditionHeader, {
      props: {
        ...{ edition: { ...edition, pictures }, maker: null, outerMargin: true },
        ...{ isMarginCovered: false, shown: (text: string) => text },
      },
      slots,
      global: { plugins: [i18n] },
    })
    expect(header.find('figure').exists()).toBe(false)
    expect(header.text().match(/De kade/gu)).toHaveLength(1)
  })

  it('says of a guessed date where it comes from, in words too', () => {
    const guessed = aHeader({ date: { value: '2024-07', inferred: true } }).get('.guessed')
    expect(guessed.attributes('title')).toBe('datum uit titel, inleiding of bestandsnaam')
    expect(guessed.text()).toBe('juli 2024 (datum uit titel, inleiding of bestandsnaam)')
  })

  it('has the caption of the photograph, where nothing covers it', () => {
    expect(aHeader().get('figcaption').text()).toContain('DE KADE')
    expect(aHeader({}, { isMarginCovered: true }).find('figcaption').exists()).toBe(false)
  })

  it('shows its links when they are asked for, and says what is copied', async () => {
    const links = [{ label: 'hier', address: 'https://a.example' }]
    const header = aHeader({ links })
    expect(header.find('.addresses').exists()).toBe(false)
    await header.get('.links button').trigger('click')
    await header.get('.addresses button').trigger('click')
    expect(header.emitted('copy')).toEqual([['https://a.example']])
    expect(aHeader().find('.links').exists()).toBe(false)
  })
})

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ContentsSection from '../../../../src/parts/reading/ContentsSection.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { aPlacedItem } from '../placed-items.ts'

const nothing = { isUnread: false, isBookmarked: false, isNoted: false, isHighlighted: false }

function aSection(
  props: {
    heading?: string | null
    hasWords?: boolean
    active?: string
    hasHeading?: boolean
  } = {},
  states: Readonly<Record<string, Partial<typeof nothing>>> = {},
) {
  const { heading = 'Kade', ...others } = props
  const items = [
    aPlacedItem({ id: 'i1', text: 'De sluis gaat dicht.' }),
    { ...aPlacedItem({ id: 'i2', title: 'De boot', text: 'Verkocht.' }), number: 2 },
  ]
  const section = { id: 's1', heading, items: items.map(({ item }) => item) }
  return mount(ContentsSection, {
    props: {
      ...{ section: { section, number: 3, watch: null, items }, language: 'nl', hasWords: false },
      ...{ hasHeading: true, isCurrent: true, currentItem: 'i2', active: 'i1', ...others },
      stateOf: (item: string) => ({ ...nothing, ...states[item] }),
    },
    global: { plugins: [i18n] },
  })
}

type Section = ReturnType<typeof aSection>
const ticks = (section: Section) => section.findAll('.tick')

describe('a section in the contents', () => {
  it('has its number and heading, or the name of the part that has none', () => {
    expect(aSection().get('.section').text()).toBe('3Kade')
    expect(aSection({ heading: null }).get('.section').text()).toBe('3Vooraan')
    expect(aSection({ hasHeading: false }).find('.section').exists()).toBe(false)
  })

  it('names its items with all that is known of them', () => {
    const section = aSection(
      {},
      { i1: { isUnread: true, isNoted: true }, i2: { isBookmarked: true } },
    )
    expect(ticks(section).map((tick) => tick.attributes('aria-label'))).toEqual([
      'Bericht 1, ongelezen, met notitie',
      'Bericht 2, met bladwijzer',
    ])
  })

  it('shows numbers, or first words beside them', () => {
    expect(ticks(aSection()).map((tick) => tick.text())).toEqual(['1', '2'])
    expect(ticks(aSection({ hasWords: true })).map((tick) => tick.text())).toEqual([
      '1De sluis gaat dicht.',
      '2De boot',
    ])
    expect(ticks(aSection())[0]?.attributes('title')).toBe('De sluis gaat dicht.')
  })

  it('says which item is the current one, and which one Tab comes to', () => {
    const current = ticks(aSection()).map((tick) => tick.attributes('aria-current'))
    expect(current).toEqual([undefined, 'location'])
    const stops = (active: string): (string | undefined)[] =>
      aSection({ active })
        .findAll('button')
        .map((button) => button.attributes('tabindex'))
    expect([stops('i1'), stops('s1')]).toEqual([
      ['-1', '0', '-1'],
      ['0', '-1', '-1'],
    ])
  })

  it('goes to an item, and from its heading to the first one', async () => {
    const section = aSection()
    await section.get('.section').trigger('click')
    await ticks(section)[1]?.trigger('click')
    expect(section.emitted('go')).toEqual([['i1'], ['i2']])
  })
})

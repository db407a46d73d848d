// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Taught } from '../../../../src/core/series/taught.ts'
import { i18n } from '../../../../src/i18n/index.ts'
import TaughtLine from '../../../../src/parts/proof/TaughtLine.vue'
import { anEditionOf } from '../../core/search/an-edition.ts'

const { edition } = anEditionOf('Mist.')
const reading = { edition, remarks: [], isDigest: true, ranks: {}, alike: [] }
const change = { line: 1, was: 'text', now: 'heading' } as const
const older = { id: 'dorpsblad-40', title: 'Dorpsblad 40', date: '2024-06-14' }
const newest = { id: 'dorpsblad-41', title: 'Dorpsblad 41', date: '2024-06-21' }

function aLine(isFormed: boolean, given: Partial<Taught> = {}) {
  const taught: Taught = {
    ...{ series: 'Dorpsblad', by: null, editions: [older, newest], changes: [change, change] },
    without: reading,
    anyway: null,
    ...given,
  }
  const line: VueWrapper = mount(TaughtLine, {
    props: {
      taught,
      isFormed,
      onRead: (formed: boolean) => void line.setProps({ isFormed: formed }),
    },
    attachTo: document.body,
    global: { plugins: [i18n] },
  })
  return line
}

describe('what the proof says of the form of its series', () => {
  it('names the newest edition that was looked over, and how much it changed', async () => {
    const line = aLine(true)
    expect(line.get('[role="status"]').text()).toBe(
      'Gelezen zoals u de editie van 21 juni 2024 hebt nagekeken: 2 verbeteringen',
    )
    const [show, without] = line.findAll('button')
    await show?.trigger('click')
    await without?.trigger('click')
    expect(line.emitted()).toMatchObject({ show: [[]], read: [[false]] })
  })

  it('names who gave the form along, and says nothing of a reader then', () => {
    const by = 'Waterschap De Lage Kade'
    expect(aLine(true, { by, editions: [] }).text()).toContain(
      'Gelezen zoals Waterschap De Lage Kade deze reeks leest: 2 verbeteringen',
    )
    expect(aLine(false, { by, editions: [] }).text()).toContain(
      'Gelezen zonder die 2 verbeteringen.',
    )
    expect(aLine(false, { by, editions: [], changes: null }).text()).toContain(
      'gelezen zonder de verbeteringen van Waterschap De Lage Kade.',
    )
  })

  it('names an edition that has a number by that', () => {
    const editions = [{ ...newest, number: '41' }]
    expect(aLine(true, { editions }).text()).toContain('Gelezen zoals u nr. 41 hebt nagekeken:')
  })

  it('names an edition without a date by its title', () => {
    const editions = [{ ...newest, date: null }]
    expect(aLine(true, { editions, changes: [change] }).text()).toContain(
      'Gelezen zoals u ‘Dorpsblad 41’ hebt nagekeken: 1 verbetering',
    )
  })

  it('leads back at the same place, which keeps the focus', async () => {
    const line = aLine(true)
    await line.findAll('button')[1]?.trigger('click')
    await flushPromises()
    expect(line.text()).toContain('Gelezen zonder uw 2 verbeteringen.')
    const back = line.get('button')
    expect(document.activeElement).toBe(back.element)
    await back.trigger('click')
    expect(line.emitted()).toMatchObject({ read: [[false], [true]] })
  })

  it('says so where the edition is built in another way', () => {
    const line = aLine(false, { changes: null })
    expect(line.text()).toBe(
      'Deze editie is anders opgebouwd dan de editie van 21 juni 2024; gelezen zonder uw verbeteringen.',
    )
    expect(line.find('button').exists()).toBe(false)
  })

  it('offers to read that as the form says all the same, and the way back', async () => {
    const line = aLine(false, { changes: null, anyway: { ...reading, changes: [change] } })
    const button = line.get('button')
    expect(button.text()).toBe('Lees toch zo')
    await button.trigger('click')
    await flushPromises()
    expect(line.text()).toContain('hebt nagekeken: 1 verbetering')
    const [, without] = line.findAll('button')
    expect(document.activeElement).toBe(without?.element)
    await without?.trigger('click')
    await flushPromises()
    expect(line.text()).toContain('is anders opgebouwd dan')
    expect(line.emitted()).toMatchObject({ read: [[true], [false]] })
  })
})

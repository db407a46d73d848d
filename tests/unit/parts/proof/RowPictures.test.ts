// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import RowPictures from '../../../../src/parts/proof/RowPictures.vue'
import type { Picture } from '../../../../src/core/edition/picture.ts'
import { i18n } from '../../../../src/i18n/index.ts'

const aPicture = (digit: string, width = 800): Picture => ({
  file: { sha256: digit.repeat(64), kind: 'png', width, height: 600 },
  ...{ label: 'Een kraan', caption: 'Bij nacht.', address: null },
})
const rows = (...pictures: Picture[]) =>
  mount(RowPictures, { props: { pictures }, global: { plugins: [i18n] } })

describe('the pictures of a row of the proof', () => {
  it('stand there with their caption, without spacers', () => {
    const row = rows(aPicture('a'), aPicture('b', 9))
    expect(row.findAll('li')).toHaveLength(1)
    expect(row.get('img').attributes('alt')).toBe('Een kraan')
    expect(row.text()).toBe('Bij nacht.')
  })

  it('are told by their words when they cannot be read', async () => {
    const row = rows(aPicture('a'))
    await row.get('img').trigger('error')
    expect(row.find('img').exists()).toBe(false)
    expect(row.text()).toBe('Een kraan (niet te lezen)Bij nacht.')
  })

  it('are told by their words when they are not in the file', () => {
    const address = 'https://beeld.example/a.jpg'
    const row = rows({ ...aPicture('a'), file: null, address, caption: null })
    expect(row.find('img').exists()).toBe(false)
    expect(row.text()).toBe('Een kraan (niet meegekomen)')
  })
})

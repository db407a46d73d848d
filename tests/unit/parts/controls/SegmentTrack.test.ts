// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SegmentTrack from '../../../../src/parts/controls/SegmentTrack.vue'

const options = [
  { value: 'here', name: 'Deze editie', hint: 'Deze editie (1)' },
  { value: 'all', name: 'Alle edities' },
]

function aTrack(group?: string) {
  const props = { options, value: 'here', ...(group === undefined ? {} : { group }) }
  return mount(SegmentTrack, { props, attachTo: document.body })
}

describe('a row of words to choose from', () => {
  it('has a radio button for each, with its name and its hint', () => {
    const labels = aTrack().findAll('label')
    expect(labels.map((label) => label.text())).toEqual(['Deze editie', 'Alle edities'])
    expect(labels.map((label) => label.attributes('title'))).toEqual(['Deze editie (1)', undefined])
    expect(labels.map((label) => label.get('input').element.checked)).toEqual([true, false])
  })

  it('says what the reader chooses', async () => {
    const track = aTrack()
    await track.findAll('input')[1]?.setValue()
    expect(track.emitted('choose')).toEqual([['all']])
  })

  it('shares a name among its radio buttons, which may be given', () => {
    const namesOf = (track: ReturnType<typeof aTrack>): Set<string | undefined> =>
      new Set(track.findAll('input').map((input) => input.attributes('name')))
    expect([...namesOf(aTrack('view'))]).toEqual(['view'])
    expect(namesOf(aTrack()).size).toBe(1)
  })
})

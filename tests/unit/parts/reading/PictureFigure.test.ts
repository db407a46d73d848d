// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import PictureFigure from '../../../../src/parts/reading/PictureFigure.vue'
import type { Picture } from '../../../../src/core/edition/picture.ts'
import { i18n } from '../../../../src/i18n/index.ts'

const sha256 = 'a1'.repeat(32)
const here: Picture = {
  file: { sha256, kind: 'png', width: 800, height: 600 },
  ...{ label: 'Een kraan', caption: 'De kraan bij nacht.', address: null },
}
const elsewhere: Picture = { ...here, file: null, address: 'https://beeld.example:8443/a.jpg?u=1' }

function aFigure(picture: Picture, props: Record<string, unknown> = {}) {
  return mount(PictureFigure, {
    props: { picture, inMargin: 'none', isMarginCovered: false, language: 'nl', ...props },
    global: { plugins: [i18n] },
  })
}

describe('a picture', () => {
  it('is loaded by its hash, with its size and its alternative text', () => {
    const image = aFigure(here).get('img')
    expect(image.attributes()).toMatchObject({
      src: `app://leeslamp/picture/${sha256}`,
      ...{ width: '800', height: '600', alt: 'Een kraan', loading: 'lazy' },
    })
  })

  it.each([
    [{}, 'Vergroot: Een kraan'],
    [{ label: null }, 'Vergroot: De kraan bij nacht.'],
    [{ label: null, caption: null }, 'Vergroot de afbeelding'],
    [{ label: 'Een\u202Ekraan' }, 'Vergroot: Een\\u{202e}kraan'],
  ])('is a button with a name: %o', async (change, name) => {
    const figure = aFigure({ ...here, ...change })
    expect(figure.get('button').attributes('aria-label')).toBe(name)
    await figure.get('button').trigger('click')
    expect(figure.emitted('enlarge')).toHaveLength(1)
  })

  it('has its caption in its language, and whom it is credited to', () => {
    const caption = aFigure(here, { credit: 'Voorbeeldbeeld', language: 'de' }).get('figcaption')
    expect(caption.attributes('lang')).toBe('de')
    expect(caption.text()).toBe('De kraan bij nacht. Foto Voorbeeldbeeld')
    expect(
      aFigure({ ...here, caption: null })
        .find('figcaption')
        .exists(),
    ).toBe(false)
  })

  it('says that it cannot be read when it does not load', async () => {
    const figure = aFigure({ ...here, caption: null })
    await figure.get('img').trigger('error')
    expect(figure.find('img').exists()).toBe(false)
    expect(figure.find('button').exists()).toBe(false)
    expect(figure.text()).toBe(
      'De foto ‘Een kraan’ is niet te lezen: het bestand is beschadigd of weg.',
    )
  })
})

describe('a picture that is not in the file', () => {
  it.each([
    [{}, 'De kraan bij nacht. De foto staat op beeld.example:8443 en is niet meegekomen.'],
    [{ caption: null, label: null }, 'Hier staat nog een foto, op beeld.example:8443.'],
    [{ caption: null }, 'Hier staat nog een foto, ‘Een kraan’, op beeld.example:8443.'],
    [{ address: null }, 'De kraan bij nacht. De foto is niet meegekomen.'],
    [{ address: null, caption: null }, 'De foto ‘Een kraan’ is niet meegekomen.'],
  ])('is told by its words, without a box: %o', (change, sentence) => {
    const figure = aFigure({ ...elsewhere, ...change })
    expect(figure.find('img').exists()).toBe(false)
    expect(figure.text().replaceAll(/\s+/gu, ' ')).toContain(sentence)
  })

  it('has its address copied, and only where it has one', async () => {
    const figure = aFigure(elsewhere)
    await figure.get('button').trigger('click')
    expect(figure.emitted('copy')).toEqual([['https://beeld.example:8443/a.jpg?u=1']])
    expect(
      aFigure({ ...elsewhere, address: null })
        .find('button')
        .exists(),
    ).toBe(false)
  })

  it('stands in the column when it has no caption for the margin', () => {
    expect(aFigure(elsewhere, { inMargin: 'caption' }).classes()).toContain('has-caption')
    const bare = aFigure({ ...elsewhere, caption: null }, { inMargin: 'caption' })
    expect(bare.classes()).toContain('has-none')
  })
})

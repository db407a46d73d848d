// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

beforeEach(() => {
  vi.resetModules()
  document.body.innerHTML = ''
  Object.assign(window, { desktop: {}, innerWidth: 1920, innerHeight: 800 })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Something in the margin of the page, from this height above the window's foot down to its own. */
function inMargin(above: number, height: number): void {
  const note = document.createElement('section')
  note.className = 'in-margin'
  const top = window.innerHeight - above
  note.getBoundingClientRect = () => new DOMRect(1_300, top, 216, height)
  document.body.append(note)
}

async function aToast() {
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { default: MessageToast } = await import('../../../../src/screens/window/MessageToast.vue')
  const view = useViewStore()
  view.screen = 'edition'
  view.width = 1_920
  const toast = mount(MessageToast, { global: { plugins: [i18n] }, attachTo: document.body })
  useMessagesStore().show('Bladwijzer bij bericht 2 verwijderd')
  await nextTick()
  return toast.get('.place').classes()
}

describe('a toast beside the text', () => {
  it('lies in the margin', async () => {
    expect(await aToast()).toContain('is-in-margin')
  })

  it('lies there also when a note ends above it', async () => {
    inMargin(600, 200)
    expect(await aToast()).toContain('is-in-margin')
  })

  it('does not lie on a note', async () => {
    inMargin(200, 120)
    expect(await aToast()).not.toContain('is-in-margin')
  })

  it('lies on what is folded away or below the window', async () => {
    inMargin(100, 0)
    inMargin(-20, 100)
    expect(await aToast()).toContain('is-in-margin')
  })
})

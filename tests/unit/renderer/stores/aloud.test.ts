// @vitest-environment happy-dom
// Faults of a voice, which the real ones of the system do not have at will.
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { patienceFor } from '../../../../src/core/reading/speech.ts'
import type { useAloudStore } from '../../../../src/stores/aloud.ts'
import type { useSentenceStore } from '../../../../src/stores/sentence.ts'
import { laterEdition } from '../../../fixtures/found-editions.ts'

let said: string[]
let aloud: ReturnType<typeof useAloudStore>
let sentence: ReturnType<typeof useSentenceStore>

class Utterance extends EventTarget {
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
}

/** @param speak what becomes of each text that is said */
async function withVoice(speak: (words: Utterance) => void): Promise<void> {
  vi.resetModules()
  vi.useFakeTimers()
  said = []
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ name: 'Merel', lang: 'nl-NL', localService: true }],
    cancel: () => undefined,
    speak: (words: Utterance) => {
      said.push(words.text)
      speak(words)
    },
  })
  Object.assign(window, { desktop: { reader: { put: () => Promise.resolve({ ok: true }) } } })
  setActivePinia(createPinia())
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  useEditionStore().open(laterEdition, null)
  aloud = (await import('../../../../src/stores/aloud.ts')).useAloudStore()
  sentence = (await import('../../../../src/stores/sentence.ts')).useSentenceStore()
  expect(await aloud.start()).toBe('started')
}

/** So long that whatever is waited for one sentence has come. */
const wholePatience = (): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(patienceFor(said.at(-1) ?? '', 1))

beforeEach(() => void (said = []))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a voice', () => {
  it('that never ends is passed over after its bound, and given up when it stays silent', async () => {
    await withVoice(() => undefined)
    const first = sentence.sentenceText
    await wholePatience()
    expect(said).toEqual([first, sentence.sentenceText])
    expect(sentence.sentenceText).not.toBe(first)
    expect([aloud.isOn, aloud.isGivenUp]).toEqual([true, false])
    await wholePatience()
    await wholePatience()
    expect([aloud.isOn, aloud.isGivenUp, said.length]).toEqual([false, true, 3])
  })

  it('that fails at one sentence reads on', async () => {
    let turns = 0
    const pace = 10
    await withVoice((words) => {
      const name = ++turns === 2 ? 'error' : 'end'
      setTimeout(() => words.dispatchEvent(new Event(name)), pace)
    })
    await vi.advanceTimersByTimeAsync(4.5 * pace)
    expect(said).toHaveLength(5)
    expect([aloud.isOn, aloud.isGivenUp]).toEqual([true, false])
    aloud.stop()
    await vi.advanceTimersByTimeAsync(100)
    expect(said).toHaveLength(5)
  })
})

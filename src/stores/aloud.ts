// Reading aloud by a voice of the system, sentence by sentence.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { nextRate, patienceFor, voicesFor } from '#core/reading/speech'
import { useEditionStore } from './edition.ts'
import { useSentenceStore } from './sentence.ts'
import { useSettingsStore } from './settings.ts'
import { useViewStore } from './view.ts'
import { patience } from '../patience.ts'

/** So many sentences on end may fail before the voice is given up. */
const mostFailures = 3

/** How starting to read ended. */
export type AloudStart = 'started' | 'no-voice' | 'no-text'

export const useAloudStore = defineStore('aloud', () => {
  const editions = useEditionStore()
  const sentence = useSentenceStore()
  const settings = useSettingsStore()
  const view = useViewStore()
  const isOn = ref(false)
  const isPaused = ref(false)
  /** The voice went silent, again and again. */
  const isGivenUp = ref(false)
  const all = shallowRef<readonly SpeechSynthesisVoice[]>([])
  let turn = 0
  let failures = 0

  const isOfNotes = computed(() => sentence.part === 'gist')
  const language = computed(() =>
    isOfNotes.value ? editions.notesLanguage : (editions.edition?.language ?? 'nl'),
  )
  /** The reader chooses one for texts and one for notes. */
  const setting = computed(() => (isOfNotes.value ? 'noteVoice' : 'voice'))
  const voices = computed(() => voicesFor(all.value, language.value))
  const voice = computed(
    () =>
      voices.value.find(({ name }) => name === settings.settings[setting.value]) ??
      voices.value[0] ??
      null,
  )
  const rate = computed(() => settings.settings.speechRate)

  /** Asks the system for its voices; they come at once or a moment later. */
  async function loadVoices(): Promise<void> {
    all.value = speechSynthesis.getVoices()
    if (all.value.length > 0) return
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, patience.voices)
      const onChange = (): void => {
        window.clearTimeout(timer)
        resolve()
      }
      speechSynthesis.addEventListener('voiceschanged', onChange, { once: true })
    })
    all.value = speechSynthesis.getVoices()
  }

  /** Begins at the lit sentence, else at the first one of the item at hand. */
  async function start(): Promise<AloudStart> {
    await loadVoices()
    const item = sentence.firstText()
    const wasLit = sentence.lit !== null
    const shown = view.view
    if (!wasLit && item !== null) sentence.light(item)
    if (sentence.lit === null) return 'no-text'
    if (voice.value === null) {
      if (!wasLit) sentence.close()
      view.view = shown
      return 'no-voice'
    }
    sentence.goBySentence()
    isOn.value = true
    isGivenUp.value = false
    failures = 0
    resume()
    return 'started'
  }

  /** Says one text; resolves with whether the voice came to its end. Never rejects. */
  function say(text: string): Promise<boolean> {
    return new Promise((resolve) => {
      const words = new SpeechSynthesisUtterance(text)
      words.voice = voice.value
      words.lang = voice.value?.lang ?? language.value
      words.rate = rate.value
      const timer = window.setTimeout(() => resolve(false), patienceFor(text, rate.value))
      const end = (isWell: boolean): void => {
        window.clearTimeout(timer)
        resolve(isWell)
      }
      words.addEventListener('end', () => end(true))
      words.addEventListener('error', () => end(false))
      speechSynthesis.cancel()
      speechSynthesis.speak(words)
    })
  }

  /** From the lit sentence on, until the reader stops it or the edition ends. */
  async function readOn(): Promise<void> {
    const own = ++turn
    while (isOn.value && !isPaused.value && own === turn) {
      const isWell = await say(sentence.sentenceText)
      if (own !== turn || isPaused.value || !isOn.value) return
      failures = isWell ? 0 : failures + 1
      if (failures >= mostFailures) {
        stop()
        isGivenUp.value = true
        return
      }
      if (!sentence.step(1)) stop()
    }
  }

  function resume(): void {
    isPaused.value = false
    void readOn()
  }

  function pause(): void {
    isPaused.value = true
    turn++
    speechSynthesis.cancel()
  }

  function toggle(): void {
    if (isPaused.value) resume()
    else pause()
  }

  /** To another sentence, and on from there unless it is paused. */
  function step(by: 1 | -1): boolean {
    const isThere = sentence.step(by)
    if (isThere && !isPaused.value) void readOn()
    return isThere
  }

  function changeRate(by: 1 | -1): void {
    settings.change({ speechRate: nextRate(rate.value, by) })
    if (isOn.value && !isPaused.value) void readOn()
  }

  function chooseVoice(name: string): void {
    settings.change({ [setting.value]: name })
    if (isOn.value && !isPaused.value) void readOn()
  }

  function stop(): void {
    turn++
    isOn.value = false
    isPaused.value = false
    speechSynthesis.cancel()
  }

  // A voice that reads on in another edition would read what nobody sees.
  watch(
    () => [sentence.item, view.screen] as const,
    ([item, screen]) => {
      if (isOn.value && (item === null || screen !== 'edition')) stop()
    },
  )

  return {
    ...{ isOn, isPaused, isGivenUp, voices, voice, rate, language },
    ...{ loadVoices, start, say, toggle, pause, step, changeRate, chooseVoice, stop },
  }
})

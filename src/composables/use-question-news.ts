// Tells of new hits for kept questions when an edition has come in.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { questionKey } from '#core/reader-data/kept-question'
import { useKeptQuestionsStore } from '../stores/kept-questions.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { useViewStore } from '../stores/view.ts'
import { useFacetNames } from './use-facet-names.ts'
import { useOpenQuestion } from './use-open-question.ts'

export function tellQuestionNews(): void {
  const { t } = useI18n()
  const { nameOfQuestion } = useFacetNames()
  const messages = useMessagesStore()
  const questions = useKeptQuestionsStore()
  const shelf = useShelfStore()
  const view = useViewStore()
  const openQuestion = useOpenQuestion()

  /** What the reader saw meanwhile is told no more. */
  function tell(found: readonly string[]): void {
    const keys = found.filter((one) => newIn(one) > 0 && !isShown(one))
    const [key = ''] = keys
    const question = questions.find(key)
    if (question === null) return
    const hits = t('search.hits', newIn(key))
    const one = t('question.news', { name: nameOfQuestion(question), hits })
    const sentence = keys.length === 1 ? one : t('question.newsOfMany', { n: keys.length })
    messages.show(sentence, null, {
      name: t('question.look'),
      run: () => {
        openQuestion(key)
      },
    })
    const told = messages.toast
    const stop = watch([() => isShown(key), () => messages.toast], ([isThere, toast]) => {
      if (toast === told && !isThere) return
      stop()
      if (toast === told) messages.closeToast()
    })
  }

  function newIn(key: string): number {
    return questions.counts.get(key)?.inEditions ?? 0
  }

  function isShown(key: string): boolean {
    return view.screen === 'desk' && shelf.shown.kind === 'question' && shelf.shown.key === key
  }

  watch(
    () => questions.counts,
    (now, before) => {
      const keys = questions.all.map(questionKey).filter((key) => {
        const known = before.get(key)?.inEditions
        return known !== undefined && (now.get(key)?.inEditions ?? 0) > known
      })
      if (keys.length === 0) return
      // What is being told has its turn first.
      const stop = watch(
        () => messages.toast,
        (toast) => {
          if (toast !== null) return
          stop()
          tell(keys)
        },
      )
      if (messages.toast === null) {
        stop()
        tell(keys)
      }
    },
  )
}

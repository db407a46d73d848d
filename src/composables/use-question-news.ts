// Tells of new hits for kept questions when an edition has come in.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { questionKey } from '#core/reader-data/kept-question'
import { once } from '../once.ts'
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
  const begun = new Date().toISOString()

  function tellInTurn(keys: readonly string[]): void {
    messages.inTurn(() => tell(keys))
  }

  /** What the reader saw meanwhile is told no more. What lies before them is told when they leave it unseen. */
  function tell(found: readonly string[]): void {
    const unseen = found.filter((one) => newIn(one) > 0)
    const shown = unseen.find(isShown)
    if (shown !== undefined)
      once(
        () => !isShown(shown),
        () => tellInTurn([shown]),
      )
    const keys = unseen.filter((one) => one !== shown)
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
      // Another sentence took its place before it could be read.
      else if (toast !== null) tellInTurn(keys)
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
      const found = questions.all.filter((question) => {
        const key = questionKey(question)
        // An edition can come in before a question that was just kept is counted: all of its hits are news.
        const known = before.get(key)?.inEditions ?? (question.created > begun ? 0 : Infinity)
        return (now.get(key)?.inEditions ?? 0) > known
      })
      const keys = found.map(questionKey)
      if (keys.length > 0) tellInTurn(keys)
    },
  )
}

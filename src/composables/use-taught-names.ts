// What editions that were looked over are called in a sentence.
import { useI18n } from 'vue-i18n'
import { quotable } from '#core/edition/quoted-title'
import type { TaughtEditionName } from '#core/series/series-form'
import { useMonths } from './use-months.ts'

export function useTaughtNames(): {
  /** The newest one: by its number, else by its day, else by its title. */
  readonly newestOf: (editions: readonly TaughtEditionName[]) => string
  /** All of them, the oldest first. */
  readonly allOf: (editions: readonly TaughtEditionName[]) => string
} {
  const { t, locale } = useI18n()
  const { wholeDate } = useMonths()

  function nameOf({ title, date, number }: TaughtEditionName): string {
    if (number !== undefined) return t('edition.number', { n: number })
    return date === null
      ? t('taught.titled', { title: quotable(title) })
      : t('taught.dated', { date: wholeDate(date) })
  }

  return {
    newestOf: (editions) => editions.slice(-1).map(nameOf).join(''),
    allOf: (editions) => new Intl.ListFormat(locale.value).format(editions.map(nameOf)),
  }
}

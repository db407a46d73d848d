// Dates as they are written: whole ones, and as headings of the library (`Juli 2024`, `2024`, or that there is no date).
import { useI18n } from 'vue-i18n'
import { dutchCitation, englishCitation, writtenDate } from '#core/citation/cite-item'

export function useMonths(): {
  /** @param month YYYY-MM or YYYY; null for editions without a date */
  readonly nameOfMonth: (month: string | null) => string
  /** @param date YYYY-MM-DD, YYYY-MM or YYYY */
  readonly wholeDate: (date: string) => string
} {
  const { t, locale } = useI18n()
  function wholeDate(date: string): string {
    const { months } = locale.value === 'en' ? englishCitation : dutchCitation
    return writtenDate(date, months)
  }
  return {
    wholeDate,
    nameOfMonth(month) {
      if (month === null) return t('library.undated')
      const written = wholeDate(month)
      return written.charAt(0).toUpperCase() + written.slice(1)
    },
  }
}

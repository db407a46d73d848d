// Dates and times in the reader's words: vandaag, gisteren, or the day itself.
import { useI18n } from 'vue-i18n'

export interface Moments {
  /** A day: `vandaag`, `gisteren`, `5 juli 2024`. */
  readonly day: (iso: string) => string
  /** A day and a time of day: `gisteren, 21.14 uur`. */
  readonly shortMoment: (iso: string) => string
  /** Since when: a day, and of today the time as well. */
  readonly sinceMoment: (iso: string) => string
}

export function useMoments(): Moments {
  const { t, locale } = useI18n()

  function day(iso: string): string {
    const moment = new Date(iso)
    const today = new Date()
    const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate())
    const thatDay = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate())
    // A day of 23 or 25 hours is one day all the same.
    const days = Math.round((midnight.getTime() - thatDay.getTime()) / 86_400_000)
    if (days === 0) return t('kept.today')
    if (days === 1) return t('kept.yesterday')
    return new Intl.DateTimeFormat(locale.value, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(moment)
  }

  function shortMoment(iso: string): string {
    const time = new Intl.DateTimeFormat(locale.value, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso))
    return locale.value === 'nl'
      ? `${day(iso)}, ${time.replace(':', '.')} uur`
      : `${day(iso)}, ${time}`
  }

  function sinceMoment(iso: string): string {
    const written = day(iso)
    return written === t('kept.today') ? shortMoment(iso) : written
  }

  return { day, shortMoment, sinceMoment }
}

// What a choice among many editions says of its parts, in the reader's words.
import { useI18n } from 'vue-i18n'
import type { Grouping, PartGroup } from '#core/collection/group-parts'
import type { Rhythm } from '#core/collection/rhythm'
import { useMonths } from './use-months.ts'

export interface ChoiceWords {
  /** `jan. 2022 – juli 2024`, or one month. */
  readonly months: (group: Pick<PartGroup, 'from' | 'to'>) => string
  /** `van 7 januari 2022 tot en met 5 juli 2024`. */
  readonly span: (span: { readonly from: string; readonly to: string }) => string
  readonly rhythm: (rhythm: Rhythm | null) => string
  /** What a group is called. */
  readonly name: (group: Pick<PartGroup, 'name'>, by: Grouping) => string
  /** What stands below the name; empty for nothing. */
  readonly detail: (group: Pick<PartGroup, 'detail' | 'addresses'>) => string
  /** `5 juli`, with its year unless that goes without saying. */
  readonly day: (date: string, year: string) => string
}

export function useChoiceWords(): ChoiceWords {
  const { t, locale } = useI18n()
  const { wholeDate } = useMonths()

  function month(date: string): string {
    const names = t('choice.shortMonths').split(' ')
    return `${names[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
  }

  function months({ from, to }: Pick<PartGroup, 'from' | 'to'>): string {
    if (from === null || to === null) return ''
    const [first, last] = [month(from), month(to)]
    return first === last ? first : `${first} – ${last}`
  }

  function rhythm(one: Rhythm | null): string {
    if (one === null) return ''
    if (one.kind !== 'weekday') return t(`choice.${one.kind}`)
    // The fourth of January 1970 was a Sunday.
    const day = new Date(Date.UTC(1970, 0, 4 + one.day))
    const format = new Intl.DateTimeFormat(locale.value, { weekday: 'long', timeZone: 'UTC' })
    return t('choice.weekday', { day: format.format(day) })
  }

  function name({ name: own }: Pick<PartGroup, 'name'>, by: Grouping): string {
    if (by === 'sender') return own || t('choice.noSender')
    if (by === 'list') return own || t('choice.noList')
    return own === '' ? t('choice.noDate') : wholeDate(own)
  }

  function detail({ detail: own, addresses }: Pick<PartGroup, 'detail' | 'addresses'>): string {
    if (addresses === null) return own
    const { count, host } = addresses
    const many = t('choice.addresses', count)
    return host === null ? many : t('choice.addressesAt', { addresses: many, host })
  }

  return {
    months,
    span({ from, to }) {
      const dates = { from: wholeDate(from), to: wholeDate(to) }
      return t(from === to ? 'choice.onDay' : 'choice.between', dates)
    },
    rhythm,
    name,
    detail,
    day(date, year) {
      const whole = wholeDate(date)
      return date.startsWith(year) ? whole.slice(0, -' YYYY'.length) : whole
    },
  }
}

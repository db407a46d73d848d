// The two languages of the interface, and the words for times that both need.
import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { nl, type Messages } from './nl.ts'

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- vue-i18n takes its keys from this interface
  export interface DefineLocaleMessage extends Messages {}
}

export const i18n = createI18n({
  legacy: false,
  locale: 'nl',
  fallbackLocale: 'nl',
  messages: { nl, en },
})

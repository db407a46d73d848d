// What follows a link in a note. The window provides it; where it does not, as on paper, a link is text.
import type { InjectionKey } from 'vue'
import type { EditionLink } from '#core/edition/edition-link'

export const followLink: InjectionKey<(link: EditionLink) => void> = Symbol('follow a link')

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { useCount } from '../../../../src/composables/use-count.ts'
import { i18n } from '../../../../src/i18n/index.ts'

it('writes the figures of a count as the language does', () => {
  let counted: ReturnType<typeof useCount> | null = null
  const part = defineComponent({
    setup() {
      counted = useCount()
      return () => null
    },
  })
  mount(part, { global: { plugins: [i18n] } })
  const say = (count: number): unknown => counted?.('choice.mailboxParts', count)
  expect([1, 23, 16_183].map(say)).toEqual(['1 brief', '23 brieven', '16.183 brieven'])
})

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import EditionFields from '../../../../src/parts/proof/EditionFields.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEdition } from '../../core/search/an-edition.ts'

function someFields() {
  const { edition } = anEdition({ title: 'Het dorp', series: 'Streekpost', date: '2024-07-05' })
  return mount(EditionFields, {
    props: { edition, hasWrongDate: false },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

type Fields = ReturnType<typeof someFields>
const fieldsOf = (fields: Fields) => fields.findAll<HTMLInputElement>('input[type="text"]')

describe('the fields of an edition', () => {
  it('have names, and what the edition says', () => {
    const fields = someFields()
    const names = fields.findAll('label').map((label) => label.text())
    expect(names).toEqual(['Titel', 'Reeks', 'Datum'])
    const values = fieldsOf(fields).map(({ element }) => element.value)
    expect(values).toEqual(['Het dorp', 'Streekpost', '2024-07-05'])
  })

  it('are taken by Enter, and when one is left', async () => {
    const fields = someFields()
    await fieldsOf(fields)[0]?.setValue('De haven')
    await fields.get('form').trigger('submit')
    await fieldsOf(fields)[1]?.trigger('focusout')
    const taken = { title: 'De haven', series: 'Streekpost', date: '2024-07-05' }
    expect(fields.emitted('change')).toEqual([[taken], [taken]])
  })

  it('tell of a wrong date when it is typed, and show it when it is left', async () => {
    const fields = someFields()
    const date = fieldsOf(fields)[2]
    await date?.setValue('5 juli twintig')
    expect(fields.emitted('update:hasWrongDate')?.at(-1)).toEqual([true])
    expect(fields.find('[role="alert"]').exists()).toBe(false)
    await date?.trigger('focusout')
    expect(fields.get('[role="alert"]').text()).toMatch(/^Schrijf een datum als/u)
    expect(date?.attributes('aria-invalid')).toBe('true')
    fields.vm.focusWrong()
    expect(document.activeElement).toBe(date?.element)
  })

  it('write a date in one form, and bring back a title that was emptied', async () => {
    const fields = someFields()
    await fieldsOf(fields)[0]?.setValue('')
    await fieldsOf(fields)[2]?.setValue('6 juli 2024')
    await fields.get('form').trigger('submit')
    const values = fieldsOf(fields).map(({ element }) => element.value)
    expect(values).toEqual(['Het dorp', 'Streekpost', '2024-07-06'])
  })

  it('follow the edition when something is undone', async () => {
    const fields = someFields()
    await fields.setProps({ edition: anEdition({ title: 'De kade' }).edition })
    expect(fieldsOf(fields).map(({ element }) => element.value)).toEqual(['De kade', '', ''])
  })
})

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { AddSummary, KnownEdition, RefusedFile } from '../../../../src/core/desktop/adding.ts'
import AddingReport from '../../../../src/parts/library/AddingReport.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const noFaults = { added: [], mended: [], failures: [], isCancelled: false, refusal: null }

function aReport(
  props: {
    runs?: ReadonlyMap<number, { done: number; all: number }>
    summary?: AddSummary
    known?: KnownEdition
    refused?: RefusedFile
  } = {},
) {
  return mount(AddingReport, {
    props: { runs: new Map(), summary: null, known: null, refused: null, ...props },
    global: { plugins: [i18n] },
  })
}

describe('the report of an adding', () => {
  it('is a status that is always there, and says nothing at first', () => {
    const report = aReport()
    expect(report.get('[role="status"]').text()).toBe('')
    expect(report.find('section').exists()).toBe(false)
  })

  it('shows what is being added, and stops it', async () => {
    const report = aReport({ runs: new Map([[3, { done: 1, all: 2 }]]) })
    await report.get('button').trigger('click')
    expect(report.emitted('cancel')).toEqual([[3]])
  })

  it('says how many came in, and why others did not', () => {
    const failures = [
      { file: 'a.txt', reason: 'empty' as const },
      { file: 'b.txt', reason: 'disk-full' as const },
    ]
    const report = aReport({ summary: { ...noFaults, kept: 2, taught: 1, known: 1, failures } })
    expect(report.get('section').attributes('aria-label')).toBe('Toegevoegd')
    expect(report.text()).toContain('2 edities toegevoegd.')
    expect(report.text()).toContain('1 daarvan is gelezen zoals die reeks is nagekeken.')
    expect(report.text()).toContain('1 stond er al.')
    const sentences = report.findAll('.failures p').map((one) => one.text())
    expect(sentences[0]).toContain('a.txt')
    expect(sentences[1]).toMatch(/^b\.txt: /u)
  })

  it('takes out again what came in, and offers that only when something did', async () => {
    const report = aReport({ summary: { ...noFaults, kept: 2, taught: 0, known: 1 } })
    expect(report.get('.words p').text()).toBe('2 edities toegevoegd. 1 stond er al.')
    await report.get('.words .text-button').trigger('click')
    expect(report.emitted('takeBack')).toEqual([[]])
    await report.setProps({ summary: { ...noFaults, kept: 0, taught: 0, known: 1 } })
    expect(report.find('.words .text-button').exists()).toBe(false)
  })

  it('asks before it reads a file in another encoding', async () => {
    const report = aReport({ refused: { reason: 'not-utf-8', file: 'oud.txt', refusal: 9 } })
    expect(report.text()).toContain('oud.txt')
    await report.get('.buttons button').trigger('click')
    expect(report.emitted('readAsWindows')).toEqual([[9]])
  })

  it('opens and reviews an edition that the library has', async () => {
    const report = aReport({ known: { file: 'a.txt', edition: 'dorp', title: 'Het dorp' } })
    for (const button of report.findAll('.buttons button')) await button.trigger('click')
    expect(report.emitted('open')).toEqual([[{ id: 'dorp', title: 'Het dorp' }]])
    expect(report.emitted('review')).toEqual([['dorp']])
  })

  it('goes when the reader closes it', async () => {
    const report = aReport({ summary: { ...noFaults, kept: 1, taught: 0, known: 0 } })
    const buttons = report.findAll('button')
    await buttons.at(-1)?.trigger('click')
    expect(report.emitted('close')).toHaveLength(1)
  })
})

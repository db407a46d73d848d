// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { useSentences } from '../../../../src/composables/use-sentences.ts'
import { i18n } from '../../../../src/i18n/index.ts'
import type { Rejection } from '../../../../src/core/edition/rejection.ts'

it.each<[file: string | null, reason: Rejection, words: string]>([
  ['krant.pdf', 'binary', 'krant.pdf is een PDF'],
  ['kaart.JPG', 'binary', 'kaart.JPG is een afbeelding'],
  ['week.zip', 'line-too-long', 'week.zip is een archief'],
  ['brief.rtf', 'binary', 'brief.rtf is een document dat Leeslamp niet kan lezen'],
  ['brief.txt', 'binary', 'brief.txt is geen tekst'],
  ['krant.pdf', 'not-found', 'krant.pdf is niet gevonden'],
  // Who saved the feed itself is not told to do so.
  ['blad.rss', 'broken-feed', 'haal de feed later nog eens op'],
  ['leeg.txt', 'empty', 'leeg.txt is leeg'],
  ['blad.html', 'empty', 'kopieer de tekst in de browser'],
  ['brief.msg', 'empty', 'bewaar een bijlage apart'],
  ['post.mbox', 'not-a-mail', 'In post.mbox vindt Leeslamp geen e-mails'],
  ['brief.eml', 'not-a-mail', 'brief.eml is geen e-mail'],
  ['brief.docx', 'damaged-zip', 'brief.docx is geen Word-bestand'],
  [null, 'binary', 'Geplakte tekst is geen tekst'],
])('says of a file what kind of file it is: %s, %s', (file, reason, words) => {
  const { vm } = mount(
    { setup: () => ({ said: useSentences().ofRejection(reason, file) }), template: '<i />' },
    { global: { plugins: [i18n] } },
  )
  expect(vm.said).toContain(words)
  expect(vm.said).toContain('Er is niets veranderd')
})

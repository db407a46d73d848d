// Handles the events of the main process.
import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Command } from '#core/desktop-api'
import { useAloudStore } from '../stores/aloud.ts'
import { useFindingsStore } from '../stores/findings.ts'
import { useKeptQuestionsStore } from '../stores/kept-questions.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { useSystemStore } from '../stores/system.ts'
import { useTransferStore } from '../stores/transfer.ts'
import { useWatchingStore } from '../stores/watching.ts'
import { flushAll } from './flush-all.ts'
import type { Action } from './keymap.ts'
import type { Adding } from './use-adding.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useOpenLink } from './use-open-link.ts'

const commandActions: Readonly<
  Record<Exclude<Command, 'flush' | 'look-up' | 'read-aloud'>, Action>
> = {
  'copy-citation': 'cite',
  'toggle-bookmark': 'bookmark',
  'write-note': 'note',
}

/** Follows the main process for as long as the component lives. */
export function useDesktopEvents(run: (action: Action) => void, adding: Adding): void {
  const { t } = useI18n()
  const aloud = useAloudStore()
  const findings = useFindingsStore()
  const lookUp = useLookUpStore()
  const questions = useKeptQuestionsStore()
  const messages = useMessagesStore()
  const proof = useProofStore()
  const search = useSearchStore()
  const sentence = useSentenceStore()
  const system = useSystemStore()
  const transfer = useTransferStore()
  const watching = useWatchingStore()
  const openEdition = useOpenEdition()
  const openLink = useOpenLink()

  function onCommand(command: Command): void {
    if (command === 'flush') void flushAll().finally(system.finish)
    else if (command === 'look-up') lookUpPointed()
    else if (command === 'read-aloud') readFromPointed()
    else run(commandActions[command])
  }

  function lookUpPointed(): void {
    const { pointed } = lookUp
    if (pointed === null) messages.show(t('word.nothingThere'))
    else void lookUp.open(pointed.item, pointed.word)
  }

  function readFromPointed(): void {
    aloud.stop()
    const { pointed } = lookUp
    if (pointed !== null) sentence.light(pointed.item, pointed.word.start)
    run('aloud')
  }

  const stops = [
    system.onCommand(onCommand),
    system.onNotice(messages.addNotice),
    system.onOpened((bundle) => void openEdition(bundle)),
    system.onLink((link) => void openLink(link)),
    proof.follow((outcome) => void adding.showAdded(outcome)),
    search.follow(),
    findings.follow(),
    questions.follow(),
    transfer.follow(),
    watching.follow((summary) => void adding.showTaken(summary)),
  ]
  onScopeDispose(() => {
    for (const stop of stops) stop()
  })
}

// Handles the events of the main process.
import { onScopeDispose } from 'vue'
import type { Command } from '#core/desktop-api'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSystemStore } from '../stores/system.ts'
import { useWatchingStore } from '../stores/watching.ts'
import { flushAll } from './flush-all.ts'
import type { Action } from './keymap.ts'
import type { Adding } from './use-adding.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useOpenLink } from './use-open-link.ts'

const commandActions: Readonly<Record<Exclude<Command, 'flush'>, Action>> = {
  'copy-citation': 'cite',
  'toggle-bookmark': 'bookmark',
  'write-note': 'note',
}

/** Follows the main process for as long as the component lives. */
export function useDesktopEvents(run: (action: Action) => void, adding: Adding): void {
  const messages = useMessagesStore()
  const proof = useProofStore()
  const search = useSearchStore()
  const system = useSystemStore()
  const watching = useWatchingStore()
  const openEdition = useOpenEdition()
  const openLink = useOpenLink()

  function onCommand(command: Command): void {
    if (command === 'flush') void flushAll().then(system.finish)
    else run(commandActions[command])
  }

  const stops = [
    system.onCommand(onCommand),
    system.onNotice(messages.addNotice),
    system.onOpened((bundle) => void openEdition(bundle)),
    system.onLink((link) => void openLink(link)),
    proof.follow((outcome) => void adding.showAdded(outcome)),
    search.follow(),
    watching.follow((summary) => void adding.showTaken(summary)),
  ]
  onScopeDispose(() => {
    for (const stop of stops) stop()
  })
}

// Adds tags and takes them away, each as one step that can be undone.
import { useI18n } from 'vue-i18n'
import { mostTags } from '#core/annotations/annotation'
import { useMessagesStore } from '../stores/messages.ts'
import { useTagsStore, type TagChange, type TagTarget } from '../stores/tags.ts'
import { useUndoStep } from './use-undo-step.ts'

export function useTagSteps() {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const tags = useTagsStore()
  const rememberStep = useUndoStep()

  async function addTag(targets: readonly TagTarget[], tag: string): Promise<void> {
    const changes: TagChange[] = []
    for (const target of targets) changes.push(await tags.add(target, tag))
    finish(changes, t('tags.added', { tag }))
  }

  async function removeTag(targets: readonly TagTarget[], tag: string): Promise<void> {
    const changes: TagChange[] = []
    for (const target of targets) changes.push(await tags.remove(target, tag))
    finish(changes, t('tags.removed', { tag }))
  }

  function finish(changes: readonly TagChange[], what: string): void {
    const made = changes.filter((change) => typeof change === 'function')
    if (changes.includes('too-many')) messages.show(t('tags.tooMany', { n: mostTags }))
    if (made.length === 0) return
    messages.announce(what)
    rememberStep(what, () => {
      for (const takeBack of made.toReversed()) takeBack()
    })
  }

  return { addTag, removeTag }
}

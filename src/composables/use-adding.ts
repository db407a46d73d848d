// Editions come in: by the system's dialog, dropped on the window, pasted, or from the folder that is followed.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AddOutcome, AddSummary } from '#core/desktop/adding'
import { isMarkedUp } from '#core/document/pasted-html'
import { isEditionPath } from '#core/edition/edition-path'
import type { EditionBundle } from '#core/edition/edition'
import { unreadKindOf } from '#core/edition/unread-kind'
import { quotableStart } from '#core/edition/quoted-title'
import { useChoiceStore } from '../stores/choice.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import { isSheet } from './action-scopes.ts'
import { flushAll } from './flush-all.ts'
import { isTyping } from './is-typing.ts'
import { useCount } from './use-count.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'

export interface Adding {
  /** @param review a closer look at an edition of the library; null for what came in */
  readonly openKept: (
    bundle: EditionBundle,
    review: { readonly isMended: boolean } | null,
  ) => Promise<void>
  readonly addEdition: () => Promise<void>
  readonly reviewEdition: (edition: string) => Promise<void>
  readonly readAsWindows: (refusal: number) => Promise<void>
  readonly showAdded: (outcome: AddOutcome) => Promise<void>
  /** Takes out again what the adding brought that the library tells of. */
  readonly takeBack: () => Promise<void>
  readonly showTaken: (summary: AddSummary) => Promise<void>
  readonly onDrop: (event: DragEvent) => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

export function useAdding(): Adding {
  const { t } = useI18n()
  const counted = useCount()
  const { ofLeft, ofRejection } = useSentences()
  const openEdition = useOpenEdition()
  const choice = useChoiceStore()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const proof = useProofStore()
  const system = useSystemStore()
  const view = useViewStore()

  /**
   * What was kept is read, unless another file waits to be looked over. Who went to the library meanwhile stays there, and sees it
   * in its list.
   */
  async function openKept(
    bundle: EditionBundle,
    review: { readonly isMended: boolean } | null,
  ): Promise<void> {
    await openEdition(bundle, { from: 'proof' })
    if (view.screen === 'library') await library.load()
    else if (proof.proof !== null) view.showScreen('proof')
    else if (choice.collection !== null) view.showScreen('choice')
    const { title, revision } = bundle.edition
    const added = revision > 1 ? 'proof.keptNewer' : 'proof.kept'
    const looked = review?.isMended === true ? 'proof.keptReview' : 'proof.reviewed'
    messages.show(t(review === null ? added : looked, { title: quotableStart(title), n: revision }))
  }

  async function addEdition(): Promise<void> {
    await showAdded(await proof.choose())
  }

  async function reviewEdition(edition: string): Promise<void> {
    await showAdded(await proof.review(edition))
  }

  /**
   * Files that are dropped on the window are editions to add. Nothing of them is kept before the reader says so. What no edition
   * can be is told by its name.
   */
  function onDrop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    const dropped = files
      .map((file) => ({ name: file.name, path: system.pathOf(file) }))
      .filter(({ path }) => path !== '')
    const known = dropped.map(({ path }) => path).filter(isEditionPath)
    const unread = dropped.find(({ name }) => unreadKindOf(name) !== null)
    if (unread !== undefined) messages.show(ofRejection('binary', unread.name))
    else if (known.length < dropped.length) messages.show(t('library.useButton'))
    if (known.length > 0) void proof.add({ kind: 'files', paths: known }).then(showAdded)
  }

  function onDragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }

  function onPaste(event: ClipboardEvent): void {
    if (isSheet(view.screen) || view.dialog !== null || isTyping(event.target)) return
    const [text = '', html = ''] = ['text/plain', 'text/html'].map((type) =>
      event.clipboardData?.getData(type),
    )
    if (text.trim() === '') return
    const marked = isMarkedUp(html) ? { html } : {}
    void proof.add({ kind: 'text', text, ...marked }).then(showAdded)
  }

  async function readAsWindows(refusal: number): Promise<void> {
    await showAdded(await proof.readAsWindows(refusal))
  }

  async function takeBack(): Promise<void> {
    const taken = await proof.takeBack()
    await library.load()
    const { count } = taken
    const first = count === 0 ? t('library.nothingTakenBack') : counted('library.takenBack', count)
    messages.show(`${first} ${ofLeft(taken)}`.trim())
  }

  /** Ctrl Z takes out what came in for as long as its report is there to be taken back. */
  function rememberTakingBack(summary: AddSummary): void {
    if (summary.added.length === 0) return
    const undo = (): void => void takeBack()
    messages.rememberUndo(undo)
    const stop = watch(
      () => proof.summary === summary,
      () => {
        stop()
        messages.forget(undo)
      },
    )
  }

  /**
   * A proof or a choice fills the window, and what asks for an answer stands in the library, unless another is being looked at.
   * What could not be read is told, and nothing has changed.
   */
  async function showAdded(outcome: AddOutcome): Promise<void> {
    if (!outcome.ok && (outcome.reason === 'nothing-chosen' || outcome.refusal === null)) {
      if (outcome.reason !== 'nothing-chosen')
        messages.show(ofRejection(outcome.reason, outcome.file))
      return
    }
    if (outcome.ok && outcome.kind === 'kept') rememberTakingBack(outcome.summary)
    await flushAll()
    if (outcome.ok && outcome.kind === 'choice') choice.open(outcome.collection)
    const isSheetNext = outcome.ok && (outcome.kind === 'proof' || outcome.kind === 'choice')
    const next = isSheetNext ? outcome.kind : 'library'
    if (!isSheet(view.screen) || view.screen === next) view.goToScreen(next)
    await library.load()
  }

  /**
   * What came in by itself leaves the reader where they are: a newer version of what they read waits until they ask for it
   * (use-newer-version.ts). What failed is told in the library, when they are there.
   */
  async function showTaken(summary: AddSummary): Promise<void> {
    if (summary.failures.length > 0 || summary.mended.length > 0) proof.tell(summary)
    if (summary.kept > 0 || view.screen === 'library') await library.load()
    if (summary.kept > 0) messages.inTurn(() => tellTaken(summary))
  }

  /** In the library their rows say it, and a bar says it of the edition that is read. */
  function tellTaken({ added }: AddSummary): void {
    const others = added.filter(({ id }) => id !== editions.edition?.id)
    if (others.length === 0 || view.screen === 'library') return
    const one = library.entries.find(({ id }) => id === others[0]?.id)
    const sentence =
      others.length === 1 && one !== undefined
        ? t('library.tookOne', { title: quotableStart(one.title) })
        : counted('library.took', others.length)
    messages.show(sentence, null, {
      name: t('question.look'),
      run: () => {
        view.goToScreen('library')
      },
    })
  }

  return {
    ...{ openKept, addEdition, reviewEdition, readAsWindows, showAdded, takeBack, showTaken },
    ...{ onDrop, onDragOver, onPaste },
  }
}

// The text of a note. The Markdown parser loads later; until then the note is shown as it was typed.
import { defineAsyncComponent, h } from 'vue'

export const LateNoteText = defineAsyncComponent({
  loader: () => import('./NoteText.vue'),
  loadingComponent: { props: ['text'], render: (props: { text?: string }) => h('p', props.text) },
  delay: 0,
})

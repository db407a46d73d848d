// Marks the words that a list is narrowed to, in all that its rows show, with the CSS Custom Highlight API.
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { rangesOfWords, type SoughtWord } from '#core/annotations/find-kept'

export function useSoughtWords(
  list: Readonly<Ref<HTMLElement | null>>,
  sought: () => readonly SoughtWord[],
): void {
  /** Rows come and go while the list is scrolled, and a note is drawn later than its row. */
  const observer = new MutationObserver(mark)

  function mark(): void {
    const ranges = list.value === null ? [] : rangesIn(list.value, sought())
    CSS.highlights.set('match', new Highlight(...ranges))
  }

  function follow(): void {
    observer.disconnect()
    if (list.value !== null && sought().length > 0)
      observer.observe(list.value, { childList: true, characterData: true, subtree: true })
    mark()
  }

  onMounted(follow)
  watch(sought, follow, { flush: 'post' })
  onBeforeUnmount(() => {
    observer.disconnect()
    CSS.highlights.delete('match')
  })
}

function rangesIn(list: HTMLElement, sought: readonly SoughtWord[]): readonly StaticRange[] {
  if (sought.length === 0) return []
  const ranges: StaticRange[] = []
  const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    for (const [startOffset, endOffset] of rangesOfWords(node.textContent ?? '', sought))
      ranges.push(
        new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
      )
  return ranges
}

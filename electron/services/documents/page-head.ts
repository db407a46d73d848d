// What the head of a web page says of it.
import { dayOf } from '#core/document/stated-date'
import type { DocumentBuilder } from './document-builder.ts'
import { attribute, wordsOfPart, type PageNode, type PageParent } from './page-elements.ts'

export function stateHead(page: PageParent, builder: DocumentBuilder): void {
  const nodes: PageNode[] = [...page.childNodes]
  // The list grows while it is walked.
  for (const node of nodes) {
    if (!('tagName' in node) || node.tagName === 'body') continue
    if (node.tagName === 'html') {
      const language = attribute(node, 'lang')?.slice(0, 2).toLowerCase() ?? ''
      builder.state({ language: /^[a-z]{2}$/u.test(language) ? language : null })
    }
    if (node.tagName === 'title') {
      builder.state({ titles: [{ text: wordsOfPart(node), from: 'head' }] })
    } else if (node.tagName === 'meta') {
      const name = attribute(node, 'property') ?? attribute(node, 'name') ?? ''
      const content = attribute(node, 'content')?.trim() ?? ''
      if (name === 'og:title') builder.state({ titles: [{ text: content, from: 'meta' }] })
      if (/^(?:article:published_time|date|dc\.date|dcterms\.date)$/iu.test(name))
        builder.state({ date: dayOf(content) })
    } else for (const child of node.childNodes) nodes.push(child)
  }
}

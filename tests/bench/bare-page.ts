// The text of an edition as a page that needs no program: what the bare window shows.
import type { Edition } from '../../src/core/edition/edition.ts'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** One HTML file with all of the edition's text in reading order, in the fonts of the system. */
export function barePage(edition: Edition): string {
  const sections = edition.sections.map((section) =>
    [
      section.heading === null ? '' : `<h2>${escaped(section.heading)}</h2>`,
      ...section.items.map((item) => {
        const paragraphs = item.text.split(/\n{2,}/u).map((text) => `<p>${escaped(text)}</p>`)
        const sources = escaped(item.sources.join(', '))
        return `<article>${paragraphs.join('')}<p><small>${sources}</small></p></article>`
      }),
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="${edition.language}">
<meta charset="utf-8">
<title>${escaped(edition.title)}</title>
<style>body { max-width: 36rem; margin: 2rem auto; font: 1.1875rem/1.58 serif }</style>
<main>
<h1>${escaped(edition.title)}</h1>
<p>${escaped(edition.lede ?? '')}</p>
${sections.join('\n')}
</main>
</html>
`
}

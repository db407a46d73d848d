// How the words of an element look, as its page writes it: what tells a headline from a rubric and from a text.
import type { Look } from '#core/document/look'
import { attribute, styleOf, type PageElement } from './page-elements.ts'

/** So many elements around the words are looked at. */
const mostAround = 4
/** Of these so many say how the words are drawn. */
const mostDrawn = 2
const mostClasses = 2
const longestPart = 60
const passed: ReadonlySet<string> = new Set(['html', 'body', 'tbody'])
const properties = ['font-size', 'font-weight', 'color', 'text-align', 'text-transform']
const attributes = ['size', 'color', 'align']

/** Of words that stand in this element. */
export function lookOf(element: PageElement): Look {
  const around: PageElement[] = []
  for (
    let at: PageElement['parentNode'] = element;
    at !== null && 'tagName' in at && around.length < mostAround;
    at = at.parentNode
  )
    if (!passed.has(at.tagName)) around.unshift(at)
  const drawn = around.map(drawnBy).filter((style) => style !== '')
  return {
    tags: around.map(({ tagName }) => tagName).join('>'),
    style: drawn.slice(-mostDrawn).join('|'),
  }
}

/** What an element says of the looks of what is in it; empty where that is nothing. */
function drawnBy(element: PageElement): string {
  const said = new Map(styleOf(element).split(';').map(declaration))
  const parts = [
    ...properties.map((name) => said.get(name) ?? ''),
    ...attributes.map((name) => attribute(element, name) ?? ''),
    classesOf(element),
  ]
  if (parts.every((part) => part === '')) return ''
  return parts.map((part) => part.slice(0, longestPart).toLowerCase()).join('/')
}

/** Without figures: programs number what they make anew for each issue, or for each reader. */
function classesOf(element: PageElement): string {
  const names = (attribute(element, 'class') ?? '').trim().split(/\s+/u)
  return names.slice(0, mostClasses).join('.').replace(/\d+/gu, '')
}

function declaration(text: string): [string, string] {
  const [name = '', value = ''] = text.split(':', 2)
  return [name.trim().toLowerCase(), value.trim()]
}

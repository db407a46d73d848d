// Documentation as paragraphs of running text: HTML, DocBook and Mallard by their tags, manual pages by their requests.

/** What stands in these is not running text. */
const skipped =
  /<!--[\s\S]*?-->|<(script|style|head|nav|footer|header|pre|screen|programlisting|info|bookinfo|code-block)\b[\s\S]*?<\/\1\s*>/giu
const inline =
  /<\/?(?:[abiq]|abbr|acronym|application|code|command|em|emphasis|filename|firstterm|font|guibutton|guilabel|guimenu|guimenuitem|gui|guiseq|interface|key|keycap|keycombo|keyseq|link|literal|quote|replaceable|sgmltag|small|span|strong|sub|sup|tt|ulink|userinput|var|wordasword|xref)\b[^>]*>/giu
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{ eacute: 'é', egrave: 'è', euml: 'ë', iuml: 'ï', ouml: 'ö', uuml: 'ü', auml: 'ä' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' },
}

/** The paragraphs of a marked-up file, with their tags and entities taken away. */
export function paragraphsOfMarkup(markup: string): readonly string[] {
  return markup
    .replace(skipped, '\n\n')
    .replace(inline, '')
    .split(/<[^>]*>/u)
    .map((text) =>
      clean(
        text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (_, decimal, hex, name: string) =>
          decimal !== undefined || hex !== undefined
            ? String.fromCodePoint(
                decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16),
              )
            : (named[name] ?? ' '),
        ),
      ),
    )
}

/** The paragraphs of a manual page. */
export function paragraphsOfManual(roff: string): readonly string[] {
  return roff
    .replace(/^[.'](?:\\"|TH|SH|SS|nf|fi|in|ad).*$/gmu, '\n\n')
    .replace(/^[.'](?:PP|P|LP|TP|IP|HP|RS|RE|sp|br).*$/gmu, '\n\n')
    .replace(/^[.'][A-Z]+ /gmu, '')
    .replace(/\\f(?:\[\w*\]|\(..|.)|\\[,/&|]/gu, '')
    .replace(/\\\(..|\\\[\w+\]/gu, ' ')
    .replaceAll('\\-', '-')
    .split(/\n\s*\n/u)
    .map(clean)
}

function clean(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim()
}

const dutch = new Set(
  'de het een en van in is op te dat die niet zijn voor met als aan er om door bij uit naar kan wordt worden deze u ook dan of moet kunt'.split(
    ' ',
  ),
)
const english = new Set(
  'the and of to is that it for with as this are be or from by an not can you will if your on'.split(
    ' ',
  ),
)

/** Whether a paragraph reads as Dutch: half-translated manuals are full of English. */
export function isDutch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const share = (list: ReadonlySet<string>): number =>
    words.filter((word) => list.has(word)).length / words.length
  return words.length >= 6 && share(dutch) > 0.15 && share(english) < share(dutch) / 2
}

/** An item of a digest has about as many characters as this. */
const size = { least: 350, most: 900 }

/** Paragraphs of one document as texts of the length of an item: short ones are joined, what remains too short is left out. */
export function itemsOf(paragraphs: readonly string[]): readonly string[] {
  const items: string[] = []
  let text = ''
  const end = (): void => {
    if (text.length >= size.least) items.push(text)
    text = ''
  }
  for (const paragraph of paragraphs) {
    if (paragraph.length > size.most || !isDutch(paragraph)) continue
    if (text.length + paragraph.length > size.most) end()
    text = text === '' ? paragraph : `${text} ${paragraph}`
    if (text.length >= size.least) end()
  }
  end()
  return items
}

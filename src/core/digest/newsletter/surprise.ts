// How much of a letter a reading leaves to chance: the bits that it takes to tell its lines to somebody who knows the
// reading. A habit that is held costs little from its second time on; each slip from it costs much.
import { boldLevel } from '../lines/line-marks.ts'
import type { Reading } from './reading.ts'
import type { Role } from './roles.ts'
import type { Form, LineSigns } from './signs.ts'

/** How often lines of a role have each form, in percent, before the letter itself is seen. */
const formsOf: Readonly<
  Record<'heading' | 'title' | 'text' | 'more' | 'entry' | 'sources', Record<Form, number>>
> = {
  heading: {
    word: 40,
    short: 24,
    'long title': 5,
    stopped: 0.3,
    long: 0.2,
    name: 29,
    'known name': 1.5,
  },
  title: {
    word: 20,
    short: 36,
    'long title': 25,
    stopped: 1.5,
    long: 0.5,
    name: 16,
    'known name': 1,
  },
  text: { word: 0.5, short: 1, 'long title': 2.5, stopped: 12, long: 82, name: 1, 'known name': 1 },
  more: { word: 1, short: 2, 'long title': 3, stopped: 20, long: 72, name: 1, 'known name': 1 },
  entry: { word: 20, short: 40, 'long title': 27, stopped: 1, long: 1, name: 10, 'known name': 1 },
  sources: {
    word: 0.5,
    short: 0.5,
    'long title': 0.5,
    stopped: 0.5,
    long: 1,
    name: 47,
    'known name': 50,
  },
}
const formStrength = 8
/** How much a habit is expected before it is seen. */
const strength = 1
const emptyHeading = 0.04
const emptyStrength = 20
const goesOn = 0.25
/** Sections of one item each are no habit, though they may happen to be all that there are. */
const sectionStrength = 6
const titledStrength = 0.5
const placeStrength = 5
/** It takes this much to believe that short lines are titles where sources have no label, or that none are where they have one. */
const bitsOfTitles = 5
const bitsOfUntitled = 3.5
/** Where so many texts have none, items have no titles, but rubrics stand above some of them. */
const shareOfUntitled = 0.3
const fewestMixed = 6
/** One or two titles among so many texts without are headings. */
const fewestTitles = 3
const mostBesides = 5
const fewestLinked = 3
const bitsOfStops = 4
const bitsOfClosed = 2
/** For each name below a text that stands as a title would. */
const bitsOfTitle = 2
/** For one item alone that goes on below a long text, where items have no titles: it is rather two. */
const bitsOfOnce = 3
/** For each heading above a single text, where no heading has several. */
const bitsOfSingles = 0.8
const fewestSections = 4
/** So many headings, each above one text, are titles whatever they say. */
const fewestSure = 7
/** An opening, and headings above a text each. */
const singles = /^(p{0,2})((?:h[pt]*[pst])+)$/u
/** For each heading whose text goes on, so many do not. */
const singlesForEach = 5
/** Where headings are as long as sentences, and no text has sources. */
const headlinesForEach = 3
const wordsOfHeadline = 5
/** What a heading at the very end costs in any reading. */
const bitsOfTail = 5
/** Sources below so many titles, and half of all, say that they are titles. */
const fewestUnder = 2
const shareOfStops = 0.3

/** Counts what happened where, and tells how surprising the next time is. */
class Tally {
  readonly #counts = new Map<string, Map<string, number>>()
  readonly #sums = new Map<string, number>()
  bits = 0

  note(where: string, what: string, expected: number, weight = strength): void {
    const counts = this.#counts.get(where) ?? new Map<string, number>()
    this.#counts.set(where, counts)
    const count = counts.get(what) ?? 0
    const sum = this.#sums.get(where) ?? 0
    this.bits -= Math.log2((count + weight * expected) / (sum + weight))
    counts.set(what, count + 1)
    this.#sums.set(where, sum + 1)
  }
}

/** The surprise of the lines behind the opening, in bits; Infinity when it is more than `most`. */
export function surpriseOf(
  lines: readonly LineSigns[],
  roles: readonly Role[],
  reading: Reading,
  { begin, most }: { readonly begin: number; readonly most: number },
): number {
  const tally = new Tally()
  const hasLabels = areUsual(lines, ({ isLabelled }) => isLabelled)
  const marks = new Set(lines.map(({ mark }) => mark)).size
  let above: Role | 'opening' = 'opening'
  let isTitled = false
  let hadTitle = false
  let isListed = false
  let isInSection = false
  /** Where the sources of the last item stood; null when no item is waiting to be told. */
  let place: string | null = null
  const close = (): void => {
    if (place !== null) {
      tally.note('place', place, place === 'none' ? 0.15 : 0.85 / 6, placeStrength)
      // A list of short news with sources at its ends says nothing of items that have a line for them.
      const kind =
        place === 'label' || (place === 'none' && hasLabels && !isListed) ? 'label' : 'end'
      tally.note(`titled ${kind}`, String(hadTitle), 0.5, titledStrength)
    }
    place = null
  }
  // Headings at the very end, above nothing, say who made the letter.
  const end = roles.findLastIndex((role) => role !== 'heading') + 1
  for (const [index, role] of roles.slice(0, end).entries()) {
    const line = lines[begin + index]
    if (line === undefined || role === 'caption') continue
    if (tally.bits > most) return Infinity
    const kind = role === 'sources below' ? 'sources' : role
    if (!line.isLabelled) {
      const isStop = kind === 'title' && line.form === 'stopped' && reading.stoppedTitles
      const share = isStop ? shareOfStops : formsOf[kind][line.form] / 100
      tally.note(`form ${kind}`, line.form, share, formStrength)
      if (!line.part.bullet) tally.note(`mark ${kind}`, line.mark, 1 / marks)
      if (kind === 'text')
        tally.note('bullet', String(line.part.bullet), line.part.bullet ? 0.3 : 0.7)
    }
    tally.note(placeOf(role, above), line.gap, line.gap === 'rule' ? 0.1 : 0.45)
    switch (role) {
      case 'heading':
        close()
        if (above === 'heading') tally.note('empty', 'yes', emptyHeading, emptyStrength)
        isInSection = true
        break
      case 'title':
        close()
        isTitled = true
        break
      case 'text':
        close()
        tally.note('goes on', 'no', 1 - goesOn, 2)
        tally.note('section', String(isInSection), isInSection ? 0.45 : 0.55, sectionStrength)
        if (above === 'heading') tally.note('empty', 'no', 1 - emptyHeading, emptyStrength)
        hadTitle = isTitled
        isListed = line.part.bullet
        isTitled = false
        isInSection = false
        place = placeAtEnd(line, above === 'sources below' ? 'under' : 'none')
        break
      case 'entry':
        close()
        isInSection = false
        break
      case 'more':
        tally.note('goes on', 'yes', goesOn, 2)
        place = placeAtEnd(line, place ?? 'none')
        break
      case 'sources':
        if (isLikeTitle(line, lines[begin + index + 1])) tally.bits += bitsOfTitle
        place = line.isLabelled ? 'label' : 'name'
        break
      case 'sources below':
        break
    }
    above = role
  }
  close()
  tally.bits += bitsOfTail * (roles.length - end)
  tally.bits += bitsOfUse(lines, begin, roles, reading, hasLabels)
  tally.bits += bitsOfSingles * 2 * singleTitles(lines.slice(begin), roles)
  if (reading.stoppedTitles) tally.bits += bitsOfStops
  // What stands above a line of sources goes with it.
  if ((hasLabels || reading.names === 'below') && !reading.goesOn) tally.bits += bitsOfClosed
  const goOn = roles.filter(
    (role, at) =>
      role === 'more' && roles[at - 1] === 'text' && lines[begin + at - 1]?.form === 'long',
  ).length
  if (!reading.isTitled && goOn === 1) tally.bits += bitsOfOnce
  return tally.bits + (reading.names === 'nowhere' ? 0 : 1)
}

/** What it takes to believe that short lines are titles, or that none of them are. */
function bitsOfUse(
  lines: readonly LineSigns[],
  begin: number,
  roles: readonly Role[],
  { names }: Reading,
  hasLabels: boolean,
): number {
  const isCounted = lines.some(
    ({ mark, isHead, form }) => mark === '8number' && (isHead || form === 'stopped'),
  )
  const suggestsTitles =
    isCounted ||
    isNested(lines) ||
    areUsual(lines, ({ isLabelled, part }) => isLabelled || part.end.isLabelled) ||
    areLinked(lines)
  const titles = roles.filter((role) => role === 'title').length
  if (titles === 0) {
    const ofLabels = !suggestsTitles ? 0 : hasLabels ? bitsOfUntitled : bitsOfTitles / 2
    return ofLabels + bitsOfSingles * singleSections(lines.slice(begin), roles)
  }
  const under = roles.filter((role) => role === 'sources below').length
  if (under >= fewestUnder && under * 2 >= titles) return 0
  const texts = roles.filter(
    (role, at) => role === 'text' && lines[begin + at]?.part.bullet === false,
  ).length
  const isMixed = texts >= fewestMixed && texts - titles >= shareOfUntitled * texts
  const all = roles.filter((role) => role === 'text').length
  const areFew = titles < fewestTitles && all - titles >= mostBesides
  const ofMixed = isMixed || areFew ? bitsOfTitles : 0
  if (suggestsTitles) return ofMixed + (titles < 2 ? bitsOfTitles : 0)
  const headings = roles.filter((role) => role === 'heading').length
  if (headings < 2 || titles < 3) return ofMixed + bitsOfTitles
  return ofMixed + (names === 'nowhere' ? bitsOfTitles / 2 : 0)
}

/**
 * How many headings of more than a word or two stand above one text each, where all do, or nearly all and the others above a text
 * that goes on without sources: a letter of subjects has several texts below some of them.
 */
function singleSections(behind: readonly LineSigns[], roles: readonly Role[]): number {
  // A letter for each line: a heading, a plain text, one right below another, one with sources.
  const told = roles.map((role, index) => {
    if (role === 'heading') return 'h'
    if (role !== 'text') return ['sources', 'caption', 'more'].includes(role) ? '' : '?'
    const isSourced = (behind[index]?.part.end.sources.length ?? 0) > 0
    if (isSourced || roles[index + 1] === 'sources') return 's'
    return roles[index - 1] === 'text' && behind[index]?.gap === 'tight' ? 't' : 'p'
  })
  // A last text alone closes the letter, and the last headings stand above nothing.
  const letter = told.join('').replace(/(?<=[pst])p?h*$/u, '')
  const [, above = '', sections = ''] = singles.exec(letter) ?? []
  const headings = behind.filter((_line, index) => roles[index] === 'heading')
  if (sections === '' || headings.length < fewestSections) return 0
  // Rubrics of a letter without any sources have more than a text each.
  const isUnsourced = !sections.includes('s')
  const goOn = sections.match(/hp[pt]*[pst]/gu)?.length ?? 0
  const areTitles = isUnsourced && areHeadlines(headings)
  const forEach = areTitles ? headlinesForEach : singlesForEach
  if (goOn * forEach > headings.length) return 0
  const questions = headings.filter(({ part }) => part.text.endsWith('?')).length
  const areWhole = above === '' && !/p[ps]/u.test(sections)
  const areSure = headings.length >= fewestSure && (areWhole || isUnsourced)
  if (areSure || areTitles) return headings.length * 2
  // The sources of an item stand below its last paragraph.
  const closed = sections.match(/hp+s/gu)?.length ?? 0
  return headings.filter(({ form }) => form !== 'word').length + questions * 2 + closed
}

/** Whether most of them have as many words as a sentence. */
function areHeadlines(headings: readonly LineSigns[]): boolean {
  const long = headings.filter(({ part }) => part.text.split(/\s+/u).length >= wordsOfHeadline)
  return long.length * 2 > headings.length
}

/**
 * How many headings of more than a word or two stand above one title each, where all do; all of them, twice, where all these
 * titles are sentences: then they are the first paragraphs of items.
 */
function singleTitles(behind: readonly LineSigns[], roles: readonly Role[]): number {
  const heads = roles.filter((role) => role === 'heading' || role === 'title')
  const areSingle = heads.every((role, index) => role === (index % 2 === 0 ? 'heading' : 'title'))
  const headings = behind.filter((_line, index) => roles[index] === 'heading')
  if (!areSingle || headings.length < fewestSections) return 0
  const titles = behind.filter((_line, index) => roles[index] === 'title')
  if (titles.every(({ form }) => form === 'stopped')) return headings.length * 2
  return headings.filter(({ form }) => form !== 'word').length
}

/** A name that nobody knows, with an empty line above it and a text right below it. */
function isLikeTitle({ form, gap }: LineSigns, next: LineSigns | undefined): boolean {
  return form === 'name' && gap !== 'tight' && next?.gap === 'tight' && !next.part.isShort
}

/** Whether most texts have a link right below them, as those with titles do. */
function areLinked(lines: readonly LineSigns[]): boolean {
  const texts = lines.filter(({ part }) => !part.isShort && part.sourceLine === null)
  const linked = texts.filter(({ part }) => part.isAboveLink).length
  return linked >= fewestLinked && linked * 2 >= texts.length
}

/** Whether a heading that the file marks has one of a lower level right below it, below the title of the edition. */
function isNested(lines: readonly LineSigns[]): boolean {
  return lines.some(({ part, isHead }, index) => {
    const next = lines[index + 1]
    if (index === 0 || !isHead || next?.isHead !== true) return false
    return (part.level ?? boldLevel) < (next.part.level ?? 0) && (next.part.level ?? 0) < boldLevel
  })
}

/** Whether sources of this kind are those of two items or more, and of most that have any. */
function areUsual(lines: readonly LineSigns[], isKind: (line: LineSigns) => boolean): boolean {
  const sourced = lines.filter(({ isLabelled, part }) => isLabelled || part.end.sources.length > 0)
  const kind = sourced.filter(isKind).length
  return kind >= 2 && kind * 2 > sourced.filter(({ part }) => !part.bullet).length
}

/** What an empty line above a line depends on. */
function placeOf(role: Role, above: Role | 'opening'): string {
  if (above === 'heading' || above === 'title' || above === 'sources below')
    return `${above} ${role}`
  return role === 'title' || role === 'text' ? 'begin' : role
}

function placeAtEnd({ part }: LineSigns, otherwise: string): string {
  if (part.end.sources.length === 0) return otherwise
  return part.end.isLabelled ? 'label at end' : 'end'
}

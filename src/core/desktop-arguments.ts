// The strict shapes of what the window may send. Read by the main process only: the preload script stays small.
import * as v from 'valibot'
import { longestKey, readAnnotationKey } from './annotations/kinds.ts'
import type { DesktopCalls } from './desktop-api.ts'
import { editionSchema, idSchema, longestText } from './edition/edition.ts'
import { collectionSplits, mostForeseen, mostParts } from './desktop/collection.ts'
import { wordFormats } from './desktop/transfer.ts'
import { keptFormats } from './reader-data/kept-formats.ts'
import { isEditionPath } from './edition/edition-path.ts'
import { pictureFileSchema } from './edition/picture.ts'
import { learnedNameSchema, mostLearnedNames } from './edition/learned-sources.ts'
import { longestQuestion, questionKeyPattern } from './reader-data/kept-question.ts'
import { longestPaste } from './document/pasted-html.ts'
import { readerRecordSchema } from './reader-data/reader-record.ts'
import { seriesNameSchema } from './series/series-form.ts'
import { facetNames } from './search/facets.ts'

type Schemas = {
  readonly [Noun in keyof DesktopCalls]: {
    readonly [Name in keyof DesktopCalls[Noun]]: v.GenericSchema<unknown, unknown[]>
  }
}

/** What the reader can remove: an annotation with its earlier and its removed states, what was looked for, and a kept question. */
const removableKey = v.pipe(
  v.string(),
  v.check(
    (key) =>
      key === 'searches' ||
      questionKeyPattern.test(key) ||
      readAnnotationKey(key.replace(/^(?:versions|removed):/u, '')) !== null,
  ),
)

/** A value of a facet: a source, a heading, the name of a series. */
const facetValue = v.pipe(v.string(), v.maxLength(2_000))

const refineSchema = v.strictObject(v.entriesFromList(facetNames, v.exactOptional(facetValue)))

const mostQuestions = 10_000
/** No library has more. */
const mostEditions = 100_000
const editionIds = v.pipe(v.array(idSchema), v.maxLength(mostEditions))

const searchRequest = v.strictTuple([
  v.strictObject({
    id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    text: v.pipe(v.string(), v.maxLength(10_000)),
    edition: v.nullable(idSchema),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
    skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    refine: refineSchema,
    here: v.boolean(),
    editions: v.exactOptional(v.strictObject({ ids: editionIds, areLeftOut: v.boolean() })),
    within: v.exactOptional(v.pipe(v.string(), v.maxLength(longestQuestion))),
    order: v.picklist(['relevance', 'date']),
  }),
])

/** In CSS pixels. */
const placeOnScreen = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))

/** A longer word is none. */
const longestWord = 200

/** Of a dictionary; see `longestName` of what reads them. */
const longestName = 200
const mostDictionaries = 1_000

/** Of what a reader kept. */
const mostKeys = 1_000_000

const noArguments = v.strictTuple([])
const countFromZero = v.pipe(v.number(), v.integer(), v.minValue(0))
const countFromOne = v.pipe(v.number(), v.integer(), v.minValue(1))
const oneEdition = v.strictTuple([idSchema])
const oneSeries = v.strictTuple([seriesNameSchema])
const addedEditions = v.pipe(
  v.array(
    v.strictObject({
      ...{ id: idSchema, revision: countFromOne, replaced: v.nullable(countFromOne) },
    }),
  ),
  v.maxLength(mostEditions),
)

/** One schema for the arguments of each call of the contract; the compiler sees that none is missing. */
export const callArguments: Schemas = {
  session: { start: noArguments, paint: noArguments, finish: noArguments },
  reader: {
    records: noArguments,
    put: v.strictTuple([readerRecordSchema]),
    remove: v.strictTuple([removableKey]),
    textOf: v.strictTuple([idSchema, idSchema]),
    placements: noArguments,
    exportTo: v.strictTuple([
      v.picklist([...keptFormats, ...wordFormats]),
      v.nullable(
        v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestKey))), v.maxLength(mostKeys)),
      ),
    ]),
    cancelExport: v.strictTuple([countFromOne]),
    readImport: noArguments,
    mergeImport: noArguments,
  },
  library: {
    list: noArguments,
    open: oneEdition,
    read: oneEdition,
    maker: noArguments,
    remove: oneEdition,
    restore: oneEdition,
    removed: v.strictTuple([
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostEditions)),
    ]),
    putBack: v.strictTuple([v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.@-]{0,199}$/u))]),
    exportPackage: oneEdition,
  },
  imports: {
    choose: noArguments,
    review: oneEdition,
    cancel: v.strictTuple([countFromOne]),
    drop: v.strictTuple([countFromOne]),
    readFolder: v.strictTuple([countFromOne]),
    takeBack: v.strictTuple([addedEditions]),
    moveToSeries: v.strictTuple([
      v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(mostEditions)),
      v.nullable(seriesNameSchema),
    ]),
    add: v.strictTuple([
      v.variant('kind', [
        v.strictObject({
          kind: v.literal('files'),
          paths: v.pipe(
            v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096), v.check(isEditionPath))),
            v.minLength(1),
            v.maxLength(10_000),
          ),
        }),
        v.strictObject({
          kind: v.literal('text'),
          text: v.pipe(v.string(), v.maxLength(longestPaste)),
          html: v.exactOptional(v.pipe(v.string(), v.maxLength(longestPaste))),
        }),
      ]),
    ]),
    take: v.strictTuple([
      countFromOne,
      v.pipe(v.array(countFromZero), v.minLength(1), v.maxLength(mostParts)),
      v.picklist(collectionSplits),
    ]),
    foresee: v.strictTuple([
      countFromOne,
      v.pipe(v.array(countFromZero), v.minLength(1), v.maxLength(mostForeseen)),
    ]),
    leave: v.strictTuple([countFromOne]),
    readAgain: v.strictTuple([countFromOne, v.literal('windows-1252')]),
    keep: v.strictTuple([
      countFromOne,
      editionSchema,
      v.strictObject({
        asNew: v.boolean(),
        isFormed: v.boolean(),
        names: v.pipe(v.array(learnedNameSchema), v.maxLength(mostLearnedNames)),
      }),
    ]),
  },
  series: {
    ...{ learnt: noArguments, forget: oneSeries, restore: oneSeries, reread: oneSeries },
  },
  watching: { current: noArguments, choose: noArguments, stop: noArguments },
  search: {
    ask: searchRequest,
    askKept: searchRequest,
    count: v.strictTuple([
      v.pipe(
        v.array(
          v.strictObject({
            text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuestion)),
            refine: refineSchema,
            editions: editionIds,
          }),
        ),
        v.maxLength(mostQuestions),
      ),
    ]),
    complete: v.strictTuple([
      v.strictObject({
        text: v.pipe(v.string(), v.maxLength(10_000)),
        cursor: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
      }),
    ]),
  },
  findings: {
    notes: oneEdition,
    earlier: oneEdition,
    lookUp: v.strictTuple([
      v.pipe(v.string(), v.minLength(1), v.maxLength(longestWord)),
      v.pipe(v.string(), v.maxLength(longestText)),
      countFromZero,
    ]),
  },
  dictionaries: {
    list: noArguments,
    choose: noArguments,
    readInstalled: v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(longestName))]),
    leave: noArguments,
    keep: v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(longestName))]),
    arrange: v.strictTuple([
      v.pipe(
        v.array(v.strictObject({ id: v.pipe(v.string(), v.maxLength(40)), isOn: v.boolean() })),
        v.maxLength(mostDictionaries),
      ),
    ]),
  },
  printing: {
    savePdf: v.strictTuple([
      v.strictObject({ foot: v.pipe(v.string(), v.maxLength(300)), name: idSchema }),
    ]),
    print: noArguments,
  },
  frame: {
    toggleFullScreen: noArguments,
    scale: v.strictTuple([v.pipe(v.number(), v.minValue(1), v.maxValue(2))]),
  },
  clipboard: { write: v.strictTuple([v.pipe(v.string(), v.maxLength(1_000_000))]) },
  pictures: {
    copyAt: v.strictTuple([placeOnScreen, placeOnScreen]),
    save: v.strictTuple([pictureFileSchema.entries.sha256, idSchema]),
  },
  offline: { proof: noArguments },
  about: { licences: noArguments },
}

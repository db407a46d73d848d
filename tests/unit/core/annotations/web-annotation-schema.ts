// What the W3C Web Annotation Data Model demands of a collection, an annotation, its bodies and its targets, as a JSON Schema
// written from the standard (https://www.w3.org/TR/annotation-model/, sections 3 to 5).

const iri = { type: 'string', format: 'uri' }
const moment = { type: 'string', format: 'date-time', pattern: 'Z$' }
const oneOrMore = (one: object) => ({
  anyOf: [one, { type: 'array', minItems: 1, items: one }],
})
const motivations = [
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing'],
  ...['highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
]
const motivation = oneOrMore({ enum: motivations })

const textualBody = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: { const: 'TextualBody' },
    value: { type: 'string' },
    purpose: motivation,
    format: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
    language: { type: 'string' },
  },
  additionalProperties: false,
}

const selector = {
  anyOf: [
    {
      type: 'object',
      required: ['type', 'exact'],
      properties: {
        type: { const: 'TextQuoteSelector' },
        ...{ exact: { type: 'string', minLength: 1 } },
        ...{ prefix: { type: 'string' }, suffix: { type: 'string' } },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['type', 'start', 'end'],
      properties: {
        type: { const: 'TextPositionSelector' },
        ...{ start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
      },
      additionalProperties: false,
    },
  ],
}

const target = {
  anyOf: [
    iri,
    {
      type: 'object',
      required: ['id'],
      properties: {
        id: iri,
        type: { enum: ['Dataset', 'Image', 'Video', 'Sound', 'Text'] },
        format: { type: 'string' },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['source', 'selector'],
      properties: {
        type: { const: 'SpecificResource' },
        source: iri,
        styleClass: oneOrMore({ type: 'string', pattern: '^[a-z][a-z0-9-]*$' }),
        selector: oneOrMore(selector),
      },
      additionalProperties: false,
    },
  ],
}

const annotation = {
  type: 'object',
  required: ['id', 'type', 'target'],
  properties: {
    id: iri,
    type: { const: 'Annotation' },
    motivation,
    created: moment,
    modified: moment,
    creator: {
      type: 'object',
      properties: {
        ...{ id: iri, type: { enum: ['Person', 'Organization', 'Software'] } },
        ...{ name: { type: 'string' }, nickname: { type: 'string' }, email: iri },
      },
      additionalProperties: false,
    },
    generator: {
      type: 'object',
      required: ['id'],
      properties: { id: iri, type: { const: 'Software' }, name: { type: 'string' } },
      additionalProperties: false,
    },
    body: oneOrMore({ anyOf: [iri, textualBody] }),
    target: oneOrMore(target),
  },
  additionalProperties: false,
}

export const webAnnotationSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'items'],
      properties: {
        id: iri,
        type: { const: 'AnnotationPage' },
        partOf: iri,
        startIndex: { type: 'integer', minimum: 0 },
        items: { type: 'array', items: annotation },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}

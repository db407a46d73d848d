import fs from 'node:fs'
import { packSegment, groupOf } from './src/core/search/compact/pack-segment.ts'
import { mergeSegments, runToEnd } from './src/core/search/compact/merge-segments.ts'
import { createSegmentSet } from './src/core/search/compact/segment-set.ts'
import { createVocabulary } from './src/core/search/vocabulary.ts'
import { createKnownSplitter } from './src/core/search/compact/split-known.ts'
import { createBookmarks } from './src/core/search/bookmarks.ts'
import { writeSegment, openSegment } from './electron/services/search/segment-file.ts'
import { realFiles } from './electron/services/store/durable-files.ts'
import { answerQuery } from './src/core/search/answer-query.ts'
import { everything } from './src/core/search/search-types.ts'
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const size = Number(process.argv[2] ?? 20000)
const name = `perf-${size}.segment`
let seed = 1
const random = () => { seed = (seed + 0x6d2b79f5) | 0; let m = Math.imul(seed ^ (seed >>> 15), 1 | seed); m = (m + Math.imul(m ^ (m >>> 7), 61 | m)) ^ m; return ((m ^ (m >>> 14)) >>> 0) / 2 ** 32 }
const syl = 'ba de ki lo mu ra te vi zo na wer ken sta gro vel dij mor ter lan dok fie hui joe kra pla sno tra wij zee brug'.split(' ')
const stop = 'de het een van in is op en dat met voor te aan zijn'.split(' ')
const vocab = Array.from({ length: 60000 }, () => Array.from({ length: 1 + Math.ceil(random() * 3) }, () => syl[Math.floor(random() * syl.length)]).join(''))
const word = () => random() < 0.4 ? stop[Math.floor(random() * stop.length)]! : vocab[Math.floor(60000 ** random()) - 1]!
const text = () => Array.from({ length: 50 + Math.floor(random() * 30) }, word).join(' ') + '.'
const sources = Array.from({ length: 200 }, (_, i) => i === 0 ? 'SCMP' : i === 1 ? 'GT' : `${vocab[i]} ${i}`)
const headings = Array.from({ length: 300 }, (_, i) => `${vocab[i * 3]} en ${vocab[i * 5]}`)
if (!fs.existsSync('/tmp/q-bench/' + name)) {
  const t = performance.now()
  const segs = []
  const editions = size / 20
  for (let start = 0; start < editions; start += 50) {
    const groups = Array.from({ length: 50 }, (_, j) => {
      const n = start + j
      let num = 0
      return groupOf({ edition: { id: `e-${n}`, revision: 1, language: 'nl', series: `Reeks ${n % 5}`, date: { value: new Date(Date.UTC(2004, 0, 2) + Math.floor(n / 5) * 7 * 864e5).toISOString().slice(0, 10), inferred: false }, title: 'Titel ' + n, lede: text(), figure: null,
        sections: Array.from({ length: 4 }, (_, s) => ({ id: `s${s}`, heading: headings[Math.floor(300 ** random()) - 1]!, items: Array.from({ length: 5 }, () => ({ id: `bericht-van-${++num}`, title: null, text: text(), sources: [sources[Math.floor(200 ** random()) - 1]!, ...(random() < .2 ? [sources[Math.floor(200 ** random()) - 1]!] : [])] })) })) }, notes: null, hyphenation: {} } as never, '1')
    })
    segs.push(packSegment(groups, () => []))
  }
  console.log('packed', performance.now() - t)
  const t2 = performance.now()
  const merged = runToEnd(mergeSegments(segs.map((segment) => ({ segment, alive: new Uint8Array(segment.groups.length).fill(1) }))))
  console.log('merged', performance.now() - t2, merged.terms.length)
  runToEnd(writeSegment(realFiles, '/tmp/q-bench', name, merged))
}
const t0 = performance.now()
const r = openSegment('/tmp/q-bench/' + name)
if (!r.ok) throw new Error(r.reason)
const set = createSegmentSet(); set.add(r.opened.segment); set.statistics
console.log('open', performance.now() - t0)
const vocabulary = createVocabulary([set])
const splitCompound = createKnownSplitter([set], vocabulary)
const bookmarks = createBookmarks(Array.from({ length: 300 }, (_, i) => ({ edition: `e-${i * 3}`, item: 'bericht-van-3' })))
const library = { items: set, notes: createSegmentSet(), bookmarks, vocabulary, splitCompound }
const ask = (text: string, more = {}) => answerQuery(library as never, { id: 1, text, edition: 'e-7', limit: 40, skip: 0, ...everything, ...more })
const w = (i: number) => vocab[i]!
const queries: [string, object?][] = [
  ['d'], ['de'], ['b'], [w(0)], [w(5)], [w(100)], [`${w(3)} ${w(9)}`], [`${w(3)} ${w(9)} ${w(20)}`], ['van'],
  ['bron:SCMP'], ['bron:'+ sources[4]!.split(' ')[0]], [`bron:SCMP ${w(3)}`], [`na:2010 ${w(3)}`], ['na:2004'], [`${w(3)} -${w(4)}`], ['d', { order: 'date' }], [w(0), { refine: { source: 'Global Times', year: '2005' } }], [w(0), { here: true }],
  [`"${w(0)} ${w(1)}"`], ['"de het"'], [`"${w(0)} de"`], [`"${w(40)} ${w(50)}"`], [`"zee van in een"`], [`${w(3)} -"van de"`], ['in:bladwijzers'], [`rubriek:${headings[0]!.split(' ')[0]} ${w(2)}`], [`bron:SCMP bron:GT na:2030 ${w(3)}`],
]
const all: number[] = []
for (const [text, more] of queries) {
  const s1 = cpu(); const a = ask(text, more); const first = cpu() - s1
  const times = Array.from({ length: 15 }, () => { const s = cpu(); ask(text, more); return cpu() - s }).sort((x, y) => x - y)
  console.log(text.slice(0, 40).padEnd(40), JSON.stringify(more ?? ''), 'total', a.total, 'eds', a.editionCount, 'first', first.toFixed(1), 'median', times[7]!.toFixed(2), 'max', times.at(-1)!.toFixed(1), a.excludedBy.length)
}
// keystrokes
for (let q = 0; q < 150; q++) { const phrase = Array.from({ length: 1 + q % 3 }, () => vocab[Math.floor(20000 ** random())]!).join(' '); for (let l = 1; l <= phrase.length; l++) { const s = cpu(); ask(phrase.slice(0, l)); all.push(cpu() - s) } }
all.sort((x, y) => x - y)
console.log('keystrokes', all.length, 'p50', all[Math.floor(all.length * .5)]!.toFixed(2), 'p99', all[Math.floor(all.length * .99)]!.toFixed(2), 'max', all.at(-1)!.toFixed(1))

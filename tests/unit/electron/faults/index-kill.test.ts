// Processes that write the search index are killed (SIGKILL) at random instants, one after another over the same library.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { openSearchIndex } from '../../../../electron/services/search/search-index.ts'
import { createRandom, faultTimeout, reportCounts, sized } from './fault-size.ts'
import { program } from '../../program.ts'

const worker = program('index-kill-worker')

/** Starts a process and kills it some milliseconds after so many editions. */
function liveAndDie(
  folder: string,
  first: number,
  mode: string,
  { editions, delay }: { readonly editions: number; readonly delay: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, folder, String(first), mode])
    let errors = ''
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.split('\n').length > editions) setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.on('close', (code) => {
      if (code === null) resolve()
      else reject(new Error(`${code}: ${errors}`))
    })
  })
}

async function killMany(kills: number, mode: string, seed: number) {
  const counts = { kills: 0, editions: 0, rebuilt: 0, 'found wrongly': 0, left: 0 }
  const folder = mkdtempSync(join(tmpdir(), 'leeslamp-index-kill-'))
  const random = createRandom(seed)
  for (; counts.kills < kills; counts.kills += 1) {
    const life = { editions: random() < 0.5 ? 1 : 2, delay: random() * 120 }
    await liveAndDie(folder, counts.editions, mode, life)
    const library = openEditionLibrary({ folder })
    counts.editions = library.list().entries.length
    library.close()
    const contents = {
      bundled: null,
      words: null,
      library: folder,
      mayWrite: true,
      shown: null,
      notes: [],
      bookmarks: [],
    }
    const index = openSearchIndex(contents)
    if (index.isRebuilt) counts.rebuilt += 1
    while (index.work());
    // `nr` stands in the title of every edition, once.
    const { total, found } = index.find('nr', Infinity)
    const ids = new Set(found.map(({ document }) => document.edition))
    if (total !== counts.editions || ids.size !== total) counts['found wrongly'] += 1
    index.close()
    const names = readdirSync(join(folder, 'search'))
    if (names.some((name) => name.endsWith('.tmp'))) counts.left += 1
  }
  rmSync(folder, { recursive: true })
  return counts
}

it(
  'finds every edition once, whenever it is killed, and never half an index',
  { timeout: faultTimeout },
  async () => {
    const counts = await killMany(sized(300), '', 11)
    reportCounts('search index, kills', counts)
    expect(counts.editions).toBeGreaterThan(counts.kills)
    expect(counts).toMatchObject({ rebuilt: 0, 'found wrongly': 0, left: 0 })
  },
)

it(
  'shows half an index when nothing is renamed, and makes it anew',
  { timeout: faultTimeout },
  async () => {
    const counts = await killMany(sized(300), 'direct', 12)
    reportCounts('search index, kills, twin that writes under the last name', counts)
    expect(counts.rebuilt).toBeGreaterThan(0)
    expect(counts['found wrongly']).toBe(0)
  },
)

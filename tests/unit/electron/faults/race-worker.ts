// One of several processes that want to write in the same store. It does as it is told, a line at a time: `open <folder>
// <milliseconds to wait first>`, `write <count>`, `close`; and answers each with a line. `trusting` for the broken twin that
// takes every other process for gone.
import { createInterface } from 'node:readline'
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../../electron/services/reader-data/reader-data-store.ts'
import { createProcessTable } from '../../../../electron/services/store/process-table.ts'

const [mode = ''] = process.argv.slice(2)
const table = createProcessTable()
const processes = mode === 'trusting' ? { ...table, isRunning: () => false } : table
let store: ReaderDataStore | null = null

createInterface({ input: process.stdin }).on('line', (line) => {
  const [command, ...words] = line.split(' ')
  if (command === 'open') console.log(open(words[0] ?? '', Number(words[1])))
  if (command === 'write') console.log(write(Number(words[0])))
  if (command === 'close') {
    store?.close()
    console.log('closed')
  }
})

function open(folder: string, wait: number): string {
  const until = performance.now() + wait
  while (performance.now() < until);
  store = openReaderDataStore({ folder, processes })
  if (store.access === 'writable') return 'writer'
  return store.findings.some(({ kind }) => kind === 'locked-by-other') ? 'refused' : 'failed'
}

function write(count: number): string {
  const ids = Array.from({ length: count }, (_, number) => `note:${process.pid}-${number}`)
  return ids.filter((id) => store?.put(id, { id }).ok).join(' ')
}

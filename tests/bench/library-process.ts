// One start of the library in a process of its own, as the program has it: nothing is warm. Arguments: the folder and the id of an
// edition. Prints the times in ms and the memory in MiB as JSON.
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'

export interface LibraryStart {
  /** From nothing until an edition is read. */
  readonly first: number
  /** The first list. */
  readonly list: number
  /** Another edition, after the list. */
  readonly open: number
  /** What the list and the library hold, once the rest is cleared away. */
  readonly memory: number
}

const [folder = '', id = ''] = process.argv.slice(2)

function timed<Value>(action: () => Value): { time: number; value: Value } {
  const start = performance.now()
  const value = action()
  return { time: performance.now() - start, value }
}

function held(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

const before = held()
const started = timed(() => {
  const library = openEditionLibrary({ folder })
  if (!library.open(id).ok) throw new Error(`${id} cannot be opened`)
  return library
})
const library = started.value
const listed = timed(() => library.list())
const opened = timed(() => library.open(id))
const memory = held() - before
library.close()
const result: LibraryStart = { first: started.time, list: listed.time, open: opened.time, memory }
if (listed.value.entries.length > 0) process.stdout.write(JSON.stringify(result))

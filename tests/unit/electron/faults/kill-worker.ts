// Writes without end until it is killed, and says after each write that it is acknowledged. Arguments: the folder, the number
// of the first write, and `late` for the broken twin that acknowledges before it writes.
import { writeSync } from 'node:fs'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { killWrite, killWritesPerDay } from './kill-writes.ts'
import { applyToStore } from './reference-store.ts'

const [folder = '', first = '0', mode = ''] = process.argv.slice(2)
let number = Number(first)
const store = openReaderDataStore({
  folder,
  files: mode === 'late' ? lateFiles() : realFiles,
  now: () => new Date(Math.floor(number / killWritesPerDay) * 86_400_000),
  journalLimit: 4_000,
})
if (store.access !== 'writable') {
  console.error(JSON.stringify(store.findings))
  process.exit(3)
}
for (; ; number += 1) {
  const outcome = applyToStore(store, killWrite(number))
  if (!outcome.ok) {
    console.error(JSON.stringify(outcome))
    process.exit(4)
  }
  writeSync(1, `${number}\n`)
}

/** Keeps the last few writes in memory, as a program with a buffer of its own would. */
function lateFiles(): StoreFiles {
  const held: (() => void)[] = []
  return {
    ...realFiles,
    write(descriptor, bytes, position) {
      const copy = Buffer.from(bytes)
      held.push(() => realFiles.write(descriptor, copy, position))
      if (held.length > 8) held.shift()?.()
      return bytes.byteLength
    },
    close: () => undefined,
  }
}

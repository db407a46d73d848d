// Changes what stands in a file of the store and gives it the checksums that then fit, which damage never does.
import { basename } from 'node:path'
import { temporaryName } from '../../../../electron/services/store/durable-files.ts'
import { checksum, checksumLength } from '../../../../electron/services/store/store-checksum.ts'
import { parseStoreName } from '../../../../electron/services/store/store-names.ts'

/** The bytes of the store's file at `path` with `change` made in all of its JSON; other files as they are. */
export function reframed(path: string, bytes: Buffer, change: (json: string) => string): Buffer {
  const name = parseStoreName(basename(path, temporaryName('')))
  if (!name) return bytes
  const text = bytes.toString('latin1')
  if (name.kind !== 'journal') {
    const body = Buffer.from(change(text.slice(0, Math.max(0, text.lastIndexOf('\n#')))), 'latin1')
    return Buffer.concat([body, Buffer.from(`\n#${checksum(body)}\n`)])
  }
  const lines = text.split('\n').map((line) => {
    const json = Buffer.from(change(line.slice(checksumLength + 1)), 'latin1')
    if (json.byteLength === 0) return line
    return `${checksum(json, String(name.generation))} ${json.toString('latin1')}`
  })
  return Buffer.from(lines.join('\n'), 'latin1')
}

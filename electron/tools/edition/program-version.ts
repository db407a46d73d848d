// Which packages this program can read depends on its version.
import fs from 'node:fs'

/** The version in package.json. */
export function programVersion(): string {
  const file = new URL('../../../package.json', import.meta.url)
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version
}

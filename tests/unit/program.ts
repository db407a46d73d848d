import path from 'node:path'

/** Where the bundle of a program lies that tests start: see `bundle-programs.ts`. */
export function program(name: string): string {
  const folder = process.env.LEESLAMP_PROGRAMS
  if (folder === undefined) throw new Error('the programs are bundled at the start of a test run')
  return path.join(folder, `${name}.js`)
}

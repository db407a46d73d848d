import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { readPackage } from '../../../../electron/services/packages/read-package.ts'
import { packageParts } from '../../../fixtures/a-package.ts'
import { hostileNames } from '../../../fixtures/hostile/hostile-names.ts'
import { hostilePackages } from '../../../fixtures/hostile/hostile-packages.ts'
import { hostileArchives, hostileSizes } from '../../../fixtures/hostile/hostile-zips.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

async function outcome(bytes: Buffer): Promise<string> {
  const read = await readPackage(bytes, { programVersion: '0.1.0' })
  return read.ok ? 'read' : read.reason
}

/** Whether yauzl, with nothing on top, lists an archive and unpacks all that is in it. */
async function yauzlTakes(bytes: Buffer): Promise<boolean> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) await buffer(await zip.openReadStreamPromise(entry))
    return true
  } catch {
    return false
  }
}

describe('reading an edition package', () => {
  it('takes an honest archive, stored or deflated', async () => {
    expect(await outcome(makeZip(packageParts({})))).toBe('read')
    const deflated = packageParts({}).map((file) => ({ ...file, deflate: true }))
    expect(await outcome(makeZip(deflated))).toBe('read')
  })

  it('says when there is no such file', async () => {
    const read = await readPackage('/nowhere/x.editie', { programVersion: '0.1.0' })
    expect(read).toEqual({ ok: false, reason: 'not-found' })
  })

  it('does so by its own rules: yauzl alone takes half of the hostile archives', async () => {
    const archives = [...hostileNames(), ...hostileSizes(), ...hostileArchives()]
    let taken = 0
    for (const { make } of archives) if (await yauzlTakes(make())) taken += 1
    expect(taken).toBeGreaterThan(archives.length / 3)
  })

  it.each(hostilePackages())('turns away $name', async ({ make, ends }) => {
    expect(ends).toContain(await outcome(make()))
  })
})

import { describe, expect, it } from 'vitest'
import { readPackage } from '../../../../electron/services/packages/read-package.ts'
import { packageParts } from '../../../fixtures/a-package.ts'
import { hostilePackages } from '../../../fixtures/hostile/hostile-packages.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

async function outcome(bytes: Buffer): Promise<string> {
  const read = await readPackage(bytes, { programVersion: '0.1.0' })
  return read.ok ? 'read' : read.reason
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

  it.each(hostilePackages())('turns away $name', async ({ make, ends }) => {
    expect(ends).toContain(await outcome(make()))
  })
})

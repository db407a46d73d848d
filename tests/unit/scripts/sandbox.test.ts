import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawnSync } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../../scripts/sandbox.mjs')
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-sandbox-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

/** What the script says on a system with these kernel settings. */
function obstacle(settings: Record<string, string>, mode: number | null): string {
  for (const [name, value] of Object.entries(settings)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), `${value}\n`)
  }
  if (mode !== null) {
    fs.writeFileSync(path.join(folder, 'chrome-sandbox'), '')
    fs.chmodSync(path.join(folder, 'chrome-sandbox'), mode)
  }
  const code = `import { sandboxObstacle } from ${JSON.stringify(pathToFileURL(script).href)}
    process.stdout.write(sandboxObstacle(${JSON.stringify(path.join(folder, 'electron'))}, ${JSON.stringify(folder)}) ?? 'none')`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
    .stdout
}

describe('why the sandbox may not start', () => {
  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ])('is told when %s is %s, with the line that helps', (name, value) => {
    expect(obstacle({ [name]: value }, 0o755)).toMatch(/^this system keeps .*sudo chmod 4755/)
    expect(obstacle({ [name]: value }, null)).toContain(name.replace('/', '.'))
  })

  it('is nothing where programs may make namespaces', () => {
    expect(
      obstacle(
        {
          'kernel/apparmor_restrict_unprivileged_userns': '0',
          'kernel/unprivileged_userns_clone': '1',
          'user/max_user_namespaces': '63000',
        },
        0o755,
      ),
    ).toBe('none')
    fs.rmSync(path.join(folder, 'kernel'), { recursive: true })
    expect(obstacle({}, 0o755)).toBe('none')
  })

  it('is nothing when root has blessed the helper', () => {
    const isRoot = process.getuid?.() === 0
    const said = obstacle({ 'user/max_user_namespaces': '0' }, 0o4755)
    if (isRoot) expect(said).toBe('none')
    else expect(said).toContain('max_user_namespaces')
  })
})

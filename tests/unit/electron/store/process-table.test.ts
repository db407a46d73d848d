import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createProcessTable } from '../../../../electron/services/store/process-table.ts'

describe('the processes of this machine', () => {
  const table = createProcessTable()

  it('has this process running, and knows it again', () => {
    expect(table.isRunning(table.self)).toBe(true)
    expect(createProcessTable().self).toEqual(table.self)
  })

  it('does not take a process for an earlier one with the same number', () => {
    expect(table.isRunning({ ...table.self, started: '00000000' })).toBe(false)
  })

  it('has a process running until it has ended', async () => {
    const source = new URL('../../../../electron/services/store/process-table.ts', import.meta.url)
    const script = `import { createProcessTable } from ${JSON.stringify(source.href)}
      console.log(JSON.stringify(createProcessTable().self)); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [output] = (await once(child.stdout, 'data')) as [Buffer]
    const mark = JSON.parse(output.toString()) as typeof table.self
    expect(table.isRunning(mark)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(table.isRunning(mark)).toBe(false)
  })
})

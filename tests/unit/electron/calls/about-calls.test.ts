import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createAboutCalls } from '../../../../electron/services/calls/about-calls.ts'

it('reads the list of licences, and says when there is none that can be read', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-licences-'))
  const file = path.join(folder, 'licences.json')
  const { licences } = createAboutCalls({ licencesFile: file })
  const unreadable = { ok: false, reason: 'unreadable' }
  expect(await licences()).toEqual(unreadable)
  const packages = [{ name: 'a', version: '1.0.0', licence: 'MIT', text: 'Take it.' }]
  fs.writeFileSync(file, JSON.stringify(packages))
  expect(await licences()).toEqual({ ok: true, packages })
  fs.writeFileSync(file, JSON.stringify([{ ...packages[0], text: 1 }]))
  expect(await licences()).toEqual(unreadable)
  fs.rmSync(folder, { recursive: true })
})

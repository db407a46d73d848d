import { describe, expect, it } from 'vitest'
import { callNames, eventNames } from '../../../src/core/desktop-names.ts'

const channels = Object.entries(callNames).flatMap(([noun, names]) =>
  names.map((name) => `${noun}:${name}`),
)

describe('the contract between the window and the main process', () => {
  it('is these channels and no other', () => {
    expect(channels).toEqual([
      'session:start',
      'session:paint',
      'session:finish',
      'reader:records',
      'reader:put',
      'reader:remove',
      'reader:textOf',
      'reader:placements',
      'reader:exportTo',
      'reader:cancelExport',
      'reader:readImport',
      'reader:mergeImport',
      'library:list',
      'library:open',
      'library:read',
      'library:maker',
      'library:remove',
      'library:restore',
      'library:removed',
      'library:putBack',
      'library:exportPackage',
      'imports:choose',
      'imports:add',
      'imports:readAgain',
      'imports:review',
      'imports:cancel',
      'imports:drop',
      'imports:keep',
      'imports:take',
      'imports:leave',
      'imports:readFolder',
      'imports:takeBack',
      'imports:moveToSeries',
      'imports:foresee',
      'series:learnt',
      'series:forget',
      'series:restore',
      'series:reread',
      'watching:current',
      'watching:choose',
      'watching:stop',
      'search:ask',
      'search:askKept',
      'search:count',
      'search:complete',
      'findings:notes',
      'findings:earlier',
      'findings:lookUp',
      'dictionaries:list',
      'dictionaries:choose',
      'dictionaries:readInstalled',
      'dictionaries:leave',
      'dictionaries:keep',
      'dictionaries:arrange',
      'printing:savePdf',
      'printing:print',
      'frame:toggleFullScreen',
      'frame:scale',
      'clipboard:write',
      'pictures:copyAt',
      'pictures:save',
      'offline:proof',
      'about:licences',
    ])
    expect(eventNames).toEqual([
      ...['command', 'notice', 'opened', 'link', 'added', 'adding', 'watched', 'taken', 'indexing'],
      'exporting',
    ])
  })

  it('names every channel once, in letters', () => {
    const events = eventNames.map((name) => `event:${name}`)
    expect(new Set([...channels, ...events]).size).toBe(channels.length + events.length)
    for (const channel of [...channels, ...events]) expect(channel).toMatch(/^[a-z]+:[a-z]+$/i)
  })

  it('has no call named as the bridge’s own function', () => {
    expect(Object.keys(callNames)).not.toContain('on')
  })
})

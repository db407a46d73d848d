import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '../../../../electron/services/program/trusted-sender.ts'

const origin = 'app://leeslamp'

function isTrusted(url: string, isTop = true): boolean {
  return isTrustedSender({ url, isTop }, origin)
}

describe('a call', () => {
  it.each([
    'app://leeslamp/index.html',
    'app://leeslamp/',
    'app://leeslamp',
    'app://leeslamp/index.html?a=b#c',
    'app://leeslamp/https://evil.example/',
  ])('is answered for the window’s own page: %s', (url) => {
    expect(isTrusted(url)).toBe(true)
  })

  it('is not answered for a frame inside it', () => {
    expect(isTrusted('app://leeslamp/index.html', false)).toBe(false)
  })

  it('is not answered when the frame that asked is gone', () => {
    expect(isTrustedSender(null, origin)).toBe(false)
  })

  const forged = [
    ...['', ' ', 'app', 'app:', 'app:/', 'app://', 'app:///', 'leeslamp', '//leeslamp/', 'null'],
    ...['app:leeslamp', 'app:/leeslamp', 'app:///leeslamp', 'app:////leeslamp/'],
    ...['app://leeslamp.evil/', 'app://leeslamp.evil.example/index.html', 'app://evil.leeslamp/'],
    ...['app://leeslamp-evil/', 'app://xleeslamp/', 'app://leeslam/', 'app://leeslampp/'],
    ...['app://evil/leeslamp', 'app://evil/?app://leeslamp/', 'app://evil/#app://leeslamp/'],
    ...['app://leeslamp@evil/', 'app://leeslamp:x@evil/', 'app://evil@leeslamp/'],
    ...['app://:pass@leeslamp/', 'app://user:pass@leeslamp/', 'app://leeslamp@leeslamp/'],
    ...['app://leeslamp:80/', 'app://leeslamp:1/', 'app://leeslamp:99999/'],
    ...[
      'app://LEESLAMP/',
      'app://Leeslamp/index.html',
      'app://leeslamp%2eevil/',
      'app://leesl%61mp/',
    ],
    ...['app://leeslamp./', 'app://.leeslamp/', 'app://leeslamp\\evil/', 'app://lееslamp/'],
    ...['app2://leeslamp/', 'apps://leeslamp/', 'xapp://leeslamp/', 'app-evil://leeslamp/'],
    ...['http://leeslamp/', 'https://leeslamp/', 'http://leeslamp.example/app://leeslamp/'],
    ...['https://evil.example/', 'ftp://leeslamp/', 'ws://leeslamp/', 'http://localhost:5173/'],
    ...['file:///app://leeslamp/index.html', 'file://leeslamp/', 'file:///etc/passwd'],
    ...[
      'about:blank',
      'about:srcdoc',
      'data:text/html,app://leeslamp/',
      'javascript:app://leeslamp/',
    ],
    ...['blob:app://leeslamp/0a1b', 'filesystem:app://leeslamp/x', 'view-source:app://leeslamp/'],
    ...[
      'devtools://devtools/bundled/inspector.html',
      'chrome://gpu/',
      'chrome-error://chromewebdata/',
    ],
    ...['chrome-extension://leeslamp/', 'app://[::1]/', 'app://[leeslamp]/', 'app://lees lamp/'],
  ]

  it('is tried with at least forty forged addresses', () => {
    expect(new Set(forged).size).toBeGreaterThanOrEqual(40)
  })

  it.each(forged)('is not answered for %j', (url) => {
    expect(isTrusted(url)).toBe(false)
  })

  it('is answered for the development server while developing, and not for its neighbours', () => {
    const server = 'http://localhost:5173'
    expect(isTrustedSender({ url: `${server}/index.html`, isTop: true }, server)).toBe(true)
    for (const url of ['http://localhost:51730/', 'http://localhost/', 'https://localhost:5173/'])
      expect(isTrustedSender({ url, isTop: true }, server)).toBe(false)
  })

  it('would be answered for some of them if the beginning alone were looked at', () => {
    const twin = (url: string) => url.startsWith(origin)
    expect(forged.filter(twin).length).toBeGreaterThan(10)
  })
})

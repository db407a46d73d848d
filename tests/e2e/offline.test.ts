import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import type { Desktop } from '../../src/core/desktop-api.ts'
import { callNames } from '../../src/core/desktop-names.ts'
import {
  expect,
  killProgram,
  parts,
  profileFolder,
  type Program,
  startProgram,
  test,
  written,
} from './program.ts'

declare global {
  interface Window {
    readonly desktop: Desktop
  }
}

/** All processes of the program, the main one first, with their command lines. */
function processesOf(pid: number): { pid: number; args: string }[] {
  const all = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => /^ *(\d+) +(\d+) (.*)$/u.exec(line))
    .map((match) => ({
      pid: Number(match?.[1]),
      parent: Number(match?.[2]),
      args: match?.[3] ?? '',
    }))
  const found = all.filter((one) => one.pid === pid)
  for (const one of found) found.push(...all.filter((other) => other.parent === one.pid))
  return found
}

// Namespaces, Seccomp and capabilities are a matter of Linux.
if (process.platform === 'linux') {
  test('the sandbox is on: no process goes without, and the renderer lives in namespaces of its own', async ({
    program,
  }) => {
    const pid = await program.app.evaluate(() => process.pid)
    const all = processesOf(pid)
    expect(all.length).toBeGreaterThan(3)
    for (const one of all) expect(one.args).not.toContain('--no-sandbox')
    const renderer = all.find((one) => one.args.includes('--type=renderer'))
    expect(renderer).toBeDefined()
    for (const kind of ['pid', 'net', 'user']) {
      const own = fs.readlinkSync(`/proc/${String(renderer?.pid)}/ns/${kind}`)
      expect(own, kind).not.toBe(fs.readlinkSync(`/proc/${String(pid)}/ns/${kind}`))
    }
    const status = fs.readFileSync(`/proc/${String(renderer?.pid)}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/mu)
    expect(status).toMatch(/^CapEff:\s+0+$/mu)
  })
}

test('the page has nothing of Node or Electron but the frozen contract', async ({ program }) => {
  const { page } = program
  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    frozen:
      Object.isFrozen(window.desktop) &&
      Object.values(window.desktop).every((noun) => Object.isFrozen(noun)),
    names: Object.fromEntries(
      Object.entries(window.desktop).map(([noun, calls]) => [noun, Object.keys(calls)]),
    ),
  }))
  expect(seen.globals).toEqual([])
  expect(seen.frozen).toBe(true)
  expect(seen.names).toEqual({ ...callNames, on: [], pathOf: [] })
})

test('no request leaves app://, while the whole window is used', async ({ program }) => {
  const { page } = program
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  const { view, search, hits } = parts(page)
  await page.reload()
  await page.locator('main').waitFor()
  await view('Naast elkaar').check()
  await search.fill('drones')
  await expect(hits.first()).toBeVisible()
  for (const name of ['Bewaard', 'Weergave', 'Instellingen'])
    await page.getByRole('button', { name }).click()
  await page.keyboard.press('Control+f')
  expect(urls.length).toBeGreaterThan(5)
  for (const url of urls)
    expect(new URL(url).origin === 'null' && url.startsWith('app://leeslamp/'), url).toBe(true)
})

test('the self-test tries to reach the network, and every try is stopped', async ({ program }) => {
  const { page } = program
  await page.getByRole('button', { name: 'Instellingen' }).click()
  await page.getByRole('button', { name: 'Zelftest uitvoeren' }).click()
  await expect(
    page.getByText(
      'Zelftest geslaagd: 6 pogingen om het netwerk te bereiken, alle 6 tegengehouden.',
    ),
  ).toBeVisible()
})

test('what the policy of the page would let through is refused by the session, and counted', async ({
  program,
}) => {
  const { app, page } = program
  const errors = await app.evaluate(async ({ session }) => {
    const outcomes: string[] = []
    for (const url of [
      'https://192.0.2.1/',
      'http://192.0.2.1/',
      'ws://192.0.2.1/',
      'ftp://192.0.2.1/',
      'file:///etc/passwd',
    ])
      await session.defaultSession.fetch(url).then(
        () => outcomes.push(`${url} went out`),
        () => undefined,
      )
    return outcomes
  })
  expect(errors).toEqual([])
  const { refused } = await page.evaluate(() => window.desktop.offline.proof())
  expect(refused).toBeGreaterThan(0)
})

test('the page runs no foreign script, style or frame, and goes nowhere', async ({ program }) => {
  const { page, app } = program
  const before = page.url()
  const ran = await page.evaluate(async () => {
    const leaks: string[] = []
    const script = document.createElement('script')
    try {
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
    } catch {
      // Trusted Types already refused the text
    }
    if ('inlineRan' in window) leaks.push('inline script')
    // In a task of its own: what a test evaluates itself is exempt from the policy.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        try {
          const evaluate = Reflect.get(window, 'eval') as (code: string) => unknown
          leaks.push(`eval ${String(evaluate('1'))}`)
        } catch {
          // refused
        }
        resolve()
      }),
    )
    try {
      document.body.innerHTML += '<i></i>'
      leaks.push('innerHTML')
    } catch {
      // refused
    }
    if (window.open('https://192.0.2.1/') !== null) leaks.push('window.open')
    location.href = 'https://192.0.2.1/'
    const frame = document.createElement('iframe')
    frame.src = 'https://192.0.2.1/'
    document.body.append(frame)
    const form = document.createElement('form')
    form.action = 'https://192.0.2.1/'
    document.body.append(form)
    form.submit()
    // Each of these is a task of its own, and asks the main process before it answers this.
    await new Promise((resolve) => setTimeout(resolve))
    await window.desktop.offline.proof()
    return leaks
  })
  expect(ran).toEqual([])
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('only files of the program are served', async ({ program }) => {
  const { app } = program
  const statuses = await app.evaluate(async ({ session }) => {
    const asked = [
      'index.html/../../main/index.cjs',
      '%2e%2e/main/index.cjs',
      '%252e%252e/main/index.cjs',
      '..%5cmain%5cindex.cjs',
      '../../package.json',
      'assets/../../preload/index.cjs',
      'index.html%00',
      'index.html?x',
      'index.html.',
      '//etc/passwd',
      'C:/Windows/win.ini',
      'assets',
      '',
      'INDEX.HTML',
      'index.html/',
    ]
    const all: Record<string, number> = {}
    for (const path of asked) {
      const response = await session.defaultSession
        .fetch(`app://leeslamp/${path}`)
        .catch(() => null)
      all[path] = response?.status ?? 0
    }
    const good = await session.defaultSession.fetch('app://leeslamp/index.html')
    return { all, good: good.status, policy: good.headers.get('content-security-policy') }
  })
  for (const [path, status] of Object.entries(statuses.all))
    expect([0, 404], path).toContain(status)
  expect(statuses.good).toBe(200)
  expect(statuses.policy).toContain("default-src 'none'")
})

test('the main process answers no forged or misshapen call', async ({ program }) => {
  const { page } = program
  const outcomes = await page.evaluate(async () => {
    const bad: [string, () => Promise<unknown>][] = [
      ['put of a foreign shape', () => window.desktop.reader.put({ kind: 'bookmark' } as never)],
      [
        'put with a prototype',
        () => window.desktop.reader.put(JSON.parse('{"__proto__":{"kind":"settings"}}')),
      ],
      ['removing the settings', () => window.desktop.reader.remove('settings')],
      ['a path as a key', () => window.desktop.reader.remove('note:../../x')],
      [
        'a question that is too long',
        () =>
          window.desktop.search.ask({
            id: 1,
            edition: null,
            limit: 9,
            skip: 0,
            refine: {},
            here: false,
            order: 'relevance',
            text: 'x'.repeat(20_000),
          }),
      ],
      [
        'more arguments',
        () => (window.desktop.clipboard.write as (...all: unknown[]) => Promise<void>)('a', 'b'),
      ],
    ]
    const accepted: string[] = []
    for (const [name, call] of bad)
      await call().then(
        () => accepted.push(name),
        () => undefined,
      )
    return accepted
  })
  expect(outcomes).toEqual([])
})

test('permissions are denied', async ({ program }) => {
  const { page } = program
  const granted = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'local-fonts',
    ]
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state,
          () => 'denied',
        ),
      ),
    )
    return names.filter((_name, index) => states[index] === 'granted')
  })
  expect(granted).toEqual([])
})

test('what is refused is counted, since the start and since the installation', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  const counted = (program: Program): Promise<{ refused: number; refusedEver: number }> =>
    program.page.evaluate(() => window.desktop.offline.proof())
  expect(await counted(first)).toEqual({ refused: 0, refusedEver: 0 })
  await first.app.evaluate(async ({ session }) => {
    for (const url of ['https://192.0.2.1/', 'http://192.0.2.1/', 'file:///etc/passwd'])
      await session.defaultSession.fetch(url).catch(() => undefined)
  })
  expect(await counted(first)).toEqual({ refused: 3, refusedEver: 3 })
  await written(profile, /"put":"refused-requests","value":3\b/u)
  await killProgram(first)
  const second = await startProgram({ profile })
  expect(await counted(second)).toEqual({ refused: 0, refusedEver: 3 })
  await second.close()
})

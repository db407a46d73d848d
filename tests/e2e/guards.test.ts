// The guards of the window, each asked by itself: behind most of them stands another one, which would hide that it is gone.
import { expect, startProgram, tellingProgram, test } from './program.ts'

test('the page and all it asks for come with the whole policy', async ({ program }) => {
  const headers = await program.app.evaluate(async ({ session }) => {
    const { headers } = await session.defaultSession.fetch('app://leeslamp/index.html')
    return Object.fromEntries(headers.entries())
  })
  expect(headers).toMatchObject({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      "worker-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types vue',
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
})

test('Chromium is told to resolve no name, to ask nothing, and to keep its sandbox', async ({
  program,
}) => {
  const switches = await program.app.evaluate(({ app: { commandLine } }) =>
    Object.fromEntries(
      [
        ...['host-resolver-rules', 'proxy-server', 'disable-background-networking'],
        ...['disable-component-update', 'disable-domain-reliability', 'disable-quic', 'no-pings'],
        ...['dns-prefetch-disable', 'force-webrtc-ip-handling-policy'],
        ...['webrtc-ip-handling-policy', 'enable-sandbox'],
      ].map((name) => [
        name,
        commandLine.hasSwitch(name) ? commandLine.getSwitchValue(name) : null,
      ]),
    ),
  )
  expect(switches).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': 'direct://',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'disable-quic': '',
    'no-pings': '',
    'dns-prefetch-disable': '',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'enable-sandbox': '',
  })
})

test('the window is made with these preferences and no others', async () => {
  const telling = tellingProgram({
    built: (main) =>
      main.replace(
        /webPreferences: (\{\s*\.\.\.webPreferences,[^}]*\})/u,
        'webPreferences: ((given) => (tell("given " + JSON.stringify(given)), tell("frozen " + Object.isFrozen(webPreferences)), given))($1)',
      ),
  })
  const program = await startProgram({ program: telling.program })
  const given = telling.lines().find((line) => line.startsWith('given ')) ?? 'given {}'
  const { preload, zoomFactor, ...others } = JSON.parse(given.slice(6)) as Record<string, unknown>
  expect(preload).toMatch(/[\\/]preload[\\/]index\.cjs$/u)
  expect(zoomFactor).toBe(1)
  expect(others).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    v8CacheOptions: 'bypassHeatCheck',
    enableWebSQL: false,
    devTools: false,
  })
  expect(telling.lines()).toContain('frozen true')
  const real = await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.openDevTools()
    // Electron knows it, and says so to no one but those who ask.
    const ask = Reflect.get(contents ?? {}, 'getLastWebPreferences') as () => object
    return { ...ask.call(contents), hasTools: contents?.isDevToolsOpened() }
  })
  expect(real).toMatchObject({
    ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    ...{ nodeIntegrationInSubFrames: false, webSecurity: true, hasTools: false },
    ...{ allowRunningInsecureContent: false, experimentalFeatures: false, safeDialogs: true },
  })
  await program.close()
})

test('the page is kept from going anywhere, by each of its guards', async ({ program }) => {
  const prevented = await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].filter(
      (name) => {
        let isPrevented = false
        const event = {
          url: 'https://192.0.2.1/',
          preventDefault: () => {
            isPrevented = true
          },
        }
        contents?.emit(name, event)
        return isPrevented
      },
    )
  })
  expect(prevented).toEqual([
    ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'],
  ])
})

test('a call from a foreign page or from a frame is refused, and one from the page is answered', async ({
  program,
}) => {
  const answers = await program.app.evaluate(async ({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    // A session of its own: what the program refuses to load or to frame is let through here.
    const partition = session.fromPartition('guards')
    partition.protocol.handle('app', ({ url }) => {
      const page = url.endsWith('/frame') ? '' : '<iframe src="app://leeslamp/frame"></iframe>'
      return new Response(page, { headers: { 'content-type': 'text/html' } })
    })
    const answerIn = async (url: string, isFrame: boolean): Promise<unknown> => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, session: partition, nodeIntegrationInSubFrames: true },
      })
      await window.loadURL(url)
      const { mainFrame } = window.webContents
      const asker = isFrame ? mainFrame.frames[0] : mainFrame
      const call = "desktop.watching.current().then(() => 'answered', String)"
      const answer: unknown = await asker?.executeJavaScript(call)
      window.destroy()
      return answer
    }
    return {
      page: await answerIn('app://leeslamp/', false),
      frame: await answerIn('app://leeslamp/', true),
      foreign: await answerIn('app://elsewhere/', false),
    }
  })
  const refused: unknown = expect.stringContaining('refused: watching:current from a foreign page')
  expect(answers).toEqual({ page: 'answered', frame: refused, foreign: refused })
})

test('no window may embed a page, not even one that is made with leave for it', async ({
  program,
}) => {
  const found = await program.app.evaluate(async ({ BrowserWindow, webContents }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { webviewTag: true, partition: 'guards' },
    })
    const isPrevented = new Promise<boolean>((resolve) => {
      window.webContents.on('will-attach-webview', (event) => resolve(event.defaultPrevented))
    })
    await window.loadURL('data:text/html,<webview src="about:blank"></webview>')
    const told = await isPrevented
    const embedded = webContents.getAllWebContents().filter((one) => one.getType() === 'webview')
    window.destroy()
    return { isPrevented: told, embedded: embedded.length }
  })
  expect(found).toEqual({ isPrevented: true, embedded: 0 })
})

test('the session refuses requests, permissions, devices and downloads, and knows no dictionary', async () => {
  // What the program gives the session is passed on to it, and asked here as the session would ask it.
  const telling = tellingProgram({
    main: `require('electron').app.on('session-created', (session) => {
      const spy = (of, name, told) => {
        const own = of[name].bind(of)
        of[name] = (...given) => { told(...given); return own(...given) }
      }
      spy(session, 'setPermissionRequestHandler', (ask) => ask(null, 'media', (answer) => tell('request ' + answer)))
      spy(session, 'setPermissionCheckHandler', (ask) => tell('check ' + ask(null, 'media', '')))
      spy(session, 'setDevicePermissionHandler', (ask) => tell('device ' + ask({ deviceType: 'hid' })))
      spy(session, 'setDisplayMediaRequestHandler', (ask) => ask({}, (answer) => tell('screen ' + JSON.stringify(answer))))
      spy(session, 'setSpellCheckerEnabled', (on) => tell('spelling ' + on))
      spy(session, 'setSpellCheckerDictionaryDownloadURL', (url) => tell('dictionary ' + url))
      spy(session, 'setProxy', (proxy) => tell('proxy ' + JSON.stringify(proxy)))
      spy(session.webRequest, 'onBeforeRequest', (ask) => {
        for (const url of ['https://192.0.2.1/', 'app://elsewhere/', 'data:text/html,x', 'app://leeslamp/index.html'])
          ask({ url }, ({ cancel }) => tell('asked ' + url + ' ' + (cancel ? 'cancelled' : 'let through')))
      })
    })`,
  })
  const program = await startProgram({ program: telling.program })
  const spell = await program.app.evaluate(({ session: { defaultSession: session } }) => {
    let isPrevented = false
    session.emit('will-download', {
      preventDefault: () => {
        isPrevented = true
      },
    })
    return {
      isOn: session.isSpellCheckerEnabled(),
      languages: session.getSpellCheckerLanguages(),
      isDownloadPrevented: isPrevented,
    }
  })
  expect(spell).toEqual({ isOn: false, languages: [], isDownloadPrevented: true })
  expect(telling.lines()).toEqual(
    expect.arrayContaining([
      'request false',
      'check false',
      'device false',
      'screen {}',
      'spelling false',
      'dictionary app://none/',
      'proxy {"mode":"direct"}',
      'asked https://192.0.2.1/ cancelled',
      'asked app://elsewhere/ cancelled',
      'asked data:text/html,x cancelled',
      'asked app://leeslamp/index.html let through',
    ]),
  )
  await program.close()
})

test('Chromium tells what each process takes of the processor, by which a reader of files is judged', async ({
  program,
}) => {
  const taken = await program.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ cpu }) => cpu.cumulativeCPUUsage),
  )
  expect(taken.length).toBeGreaterThan(2)
  for (const seconds of taken) expect(seconds).toBeGreaterThan(0)
})

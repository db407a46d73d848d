// Starts as a reader makes them: from nothing on the screen to the first painted page.
import { setTimeout as wait } from 'node:timers/promises'
import {
  aPlace,
  expect,
  parts,
  profileFolder,
  type Program,
  setPatience,
  startAsReader,
  startProgram,
  tellingProgram,
  test,
  written,
} from './program.ts'

/** The page tells which size it and its window have when it is built, whenever that changes, and whether it is painted in time. */
const tellsSizes = `const say = (what) => console.log(what + ' ' + innerWidth + 'x' + innerHeight)
  addEventListener('resize', () => say('resized'))
  new MutationObserver((_, observer) => (observer.disconnect(), say('built'), console.log('window ' + outerWidth))).observe(app, { childList: true })
  new PerformanceObserver(() => console.log('painted')).observe({ type: 'paint', buffered: true })`
/** How the window is drawn is asked once, a while after it is shown, and kept. */
const tellsDrawing = `const { app: asked } = require('electron')
  const status = asked.getGPUFeatureStatus.bind(asked)
  asked.getGPUFeatureStatus = () => (tell('drawing'), status())`
/** What the page tells of the last of so many starts of one profile. */
async function toldSizes(
  profile: string,
  starts: number,
  built: (main: string) => string = (main) => main,
): Promise<readonly string[]> {
  const { program, lines, forget } = tellingProgram({
    main: `require('electron').app.on('browser-window-created', (_, window) => {
      const setBounds = window.setBounds.bind(window)
      window.setBounds = (bounds) => (tell('placed ' + JSON.stringify(bounds)), setBounds(bounds))
    })
    ${tellsDrawing}`,
    page: tellsSizes,
    built,
  })
  // A window that is not painted is not shown all the same: waiting for the paint shows that nothing holds it up.
  setPatience(program, 'paint', 1e6)
  for (let start = 1; start <= starts; start++) {
    forget()
    await startAsReader(
      profile,
      async () => {
        await expect.poll(lines).toContain('painted')
        // The next start is to know how the window is drawn.
        if (start < starts) await expect.poll(lines).toContain('drawing')
      },
      program,
    )
  }
  // One that may be painted before it has its size is told so.
  return lines().filter((line) => line !== 'resized 0x0')
}

test('a page that is told its size before it may be painted is built for it', async () => {
  const told = await toldSizes(profileFolder(), 1)
  // The size is not yet that of its window.
  expect(told).toEqual(expect.arrayContaining(['built 1280x800', 'window 0']))
})

test('a page that is told no size waits until its window has one', async () => {
  const told = await toldSizes(profileFolder(), 1, (main) =>
    main.replace('.enableDeviceEmulation(', '.isDestroyed('),
  )
  expect(told.filter((line) => line.startsWith('built'))).toEqual(['built 1280x800'])
})

/** Waits until the next start knows how the window is drawn; where a graphics processor draws there is nothing to know. */
async function knowsHowToDraw({ app, profile }: Program): Promise<void> {
  const draws = await app.evaluate(({ app: own }) =>
    own.getGPUFeatureStatus().gpu_compositing.startsWith('enabled'),
  )
  if (!draws) await written(profile, /"put":"drawing"/u)
}

const builtOf = (told: readonly string[]): string[] =>
  told.filter((line) => line.startsWith('built'))

// The first start finds out how the window is drawn: this one knows, and its page may have been told its size before it is built.
test('a page that is started again is built once, for the size that it gets', async () => {
  expect(builtOf(await toldSizes(profileFolder(), 2))).toEqual(['built 1280x800'])
})

for (const isKnown of [false, true]) {
  const how = isKnown ? 'that is known how to draw' : 'that is not known how to draw'
  test(`a page ${how} is built for the size of a window that will be maximized`, async () => {
    const program = await startProgram({ triesGraphics: true })
    const { app, close, profile } = program
    const area = await app.evaluate(({ BrowserWindow, screen }) => {
      const [window] = BrowserWindow.getAllWindows()
      Object.assign(window ?? {}, {
        isMaximized: () => true,
        getNormalBounds: () => ({ x: 100, y: 100, width: 700, height: 500 }),
      })
      return screen.getPrimaryDisplay().workAreaSize
    })
    if (isKnown) await knowsHowToDraw(program)
    await close()
    const told = await toldSizes(profile, 1)
    const built = told.find((line) => line.startsWith('built'))
    const [, width = '', height = ''] = /^built (\d+)x(\d+)$/u.exec(built ?? '') ?? []
    // All of the screen but for the frame of a window.
    expect(Number(width)).toBeGreaterThan(area.width - 40)
    expect(Number(height)).toBeGreaterThan(area.height - 80)
    // Where the reader finds it when it is maximized no longer.
    expect(told).toContain('placed {"x":100,"y":100,"width":700,"height":500}')
  })
}

for (const isKnown of [false, true]) {
  const how = isKnown ? 'that is known how to draw' : 'that is not known how to draw'
  test(`a page ${how} is built once for a window that is shown twice as large`, async () => {
    const program = await startProgram({ triesGraphics: true })
    const { page, close, profile } = program
    await page.keyboard.press('w')
    await page.getByRole('radio', { name: '200' }).check()
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640)
    if (isKnown) await knowsHowToDraw(program)
    await close()
    const told = await toldSizes(profile, 1)
    expect(builtOf(told)).toEqual(['built 640x400'])
  })
}

test('a window that is closed before it is shown opens where it was all the same', async () => {
  const first = await startProgram()
  const bounds = { x: 120, y: 90, width: 900, height: 640 }
  await first.app.evaluate(({ BrowserWindow }, given) => {
    Object.assign(BrowserWindow.getAllWindows()[0] ?? {}, {
      isMaximized: () => true,
      getNormalBounds: () => given,
    })
  }, bounds)
  await first.close()
  // Nothing of it is shown, and yet it closes as any other.
  const { program, lines } = tellingProgram({
    main: `require('electron').app.on('browser-window-created', (_, window) => {
      window.webContents.once('dom-ready', () => (tell('closed'), window.close()))
    })`,
  })
  await startAsReader(first.profile, () => expect.poll(lines).toContain('closed'), program)
  expect(await toldSizes(first.profile, 1)).toContain(`placed ${JSON.stringify(bounds)}`)
})

test('a machine that cannot draw with a graphics processor is not made to try it again', async () => {
  const profile = profileFolder()
  const drawing = ({ app }: Program): Promise<{ has: boolean; tries: boolean }> =>
    app.evaluate(({ app: own }) => ({
      has: own.getGPUFeatureStatus().gpu_compositing.startsWith('enabled'),
      tries: !own.commandLine.hasSwitch('disable-software-rasterizer'),
    }))
  const first = await startProgram({ profile, triesGraphics: true })
  await knowsHowToDraw(first)
  const found = await drawing(first)
  expect(found.tries).toBe(true)
  await first.close()
  const second = await startProgram({ profile, triesGraphics: true })
  expect(await drawing(second)).toEqual({ has: found.has, tries: found.has })
  await second.close()
})

test('keeps the place when the program is ended while it starts', async () => {
  const first = await startProgram()
  await expect(parts(first.page).articles).toHaveCount(13)
  await parts(first.page).main.evaluate((element) => {
    element.scrollTop = 1_337
  })
  await written(first.profile, aPlace)
  await first.close()
  // From before there is a page until it is shown.
  for (let delay = 150; delay <= 600; delay += 30)
    await startAsReader(first.profile, () => wait(delay))
  const last = await startProgram({ profile: first.profile })
  const top = (): Promise<number> => parts(last.page).main.evaluate((element) => element.scrollTop)
  await expect.poll(top).toBeGreaterThan(1_335)
  expect(await top()).toBeLessThan(1_339)
  await last.close()
})

test('a page that goes on crashing before it is painted is left after three times, and the program lives', async () => {
  const { program, lines } = tellingProgram({
    main: `const { app, dialog } = require('electron')
      app.on('web-contents-created', (_, contents) => contents.on('did-finish-load', () => contents.forcefullyCrashRenderer()))
      dialog.showMessageBox = () => (tell('asked'), setTimeout(tell, 500, 'alive'), new Promise(() => {}))`,
  })
  await startAsReader(
    profileFolder(),
    () => expect.poll(lines).toEqual(['asked', 'alive']),
    program,
  )
})

// A life of the shared program is as new as a start, whatever the life before did, and what a life leaves behind is told of.
import fs from 'node:fs'
import { aDigest, fog, sluice } from '../fixtures/a-digest.ts'
import { add, follow, written } from './adding.ts'
import { drop, expect, parts, resize, startProgram, type Program } from './program.ts'
import { endLife, endShared, leftOf, startShared, test } from './shared.ts'

const digest = aDigest('Mist boven de kade', sluice, fog)

/** All that is there to be found of another life: in what the program answers, in the window and in the main process. */
async function stateOf({ app, page }: Program): Promise<object> {
  await expect(parts(page).articles).toHaveCount(13)
  const calls = await page.evaluate(async () => {
    const { reader, library, watching, series, dictionaries } = window.desktop
    return {
      records: await reader.records(),
      editions: await library.list(),
      removed: await library.removed(10),
      folder: await watching.current(),
      series: await series.learnt(),
      dictionaries: await dictionaries.list(),
    }
  })
  const shown = await page.evaluate(() => ({
    page: document.body.innerHTML.replaceAll(/\b(?:v|cid)-[\w-]+/gu, ''),
    root: document.documentElement.getAttributeNames(),
    stored: [localStorage.length, sessionStorage.length, document.cookie, history.length],
    size: [innerWidth, innerHeight, devicePixelRatio, document.querySelector('main')?.scrollTop],
    hasFocus: [document.hasFocus(), document.activeElement?.tagName],
  }))
  const main = await app.evaluate(({ BrowserWindow, clipboard, dialog, Menu }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => [
      window.getBounds(),
      window.getMinimumSize(),
      window.isFullScreen(),
      window.webContents.getZoomFactor(),
    ]),
    clipboard: clipboard.readText(),
    system: [dialog.showOpenDialog, Menu.buildFromTemplate].map(String),
    globals: Object.keys(globalThis).sort(),
  }))
  return { calls, shown, main }
}

/** Does some of everything. */
async function live({ app, page, profile }: Program): Promise<void> {
  const folder = fs.mkdtempSync(`${profile}/gevolgd-`)
  fs.chmodSync(folder, 0o777)
  await follow(page, app, folder)
  await add(page, app, written(profile, { 'week.txt': digest }))
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles).toHaveCount(2)
  await parts(page).bookmark(1).click()
  await page.keyboard.press('m')
  await page.keyboard.press('n')
  await page.keyboard.type('Nakijken. #haven')
  await page.keyboard.press('Escape')
  await parts(page).search.fill('sluis')
  await parts(page).search.press('Enter')
  await page.evaluate(async () => {
    localStorage.setItem('left', 'here')
    await window.desktop.frame.scale(1.5)
    await window.desktop.clipboard.write('over')
  })
  await app.evaluate(({ app: main, Menu }) => {
    Object.assign(globalThis, { left: 'here' })
    Menu.buildFromTemplate = () => new Menu()
    main.on('will-quit', (event) => event.preventDefault())
  })
  await drop(page, written(profile, { 'nog.txt': aDigest('Nevel', fog, sluice) }))
  await expect(page.getByRole('region', { name: 'Drukproef' })).toBeVisible()
  await resize(app, 900, 700)
}

test('a life is as new as a start, whatever was done in the life before', async () => {
  const started = await startProgram()
  const anew = await stateOf(started)
  await started.close()
  const lived = await startShared()
  await live(lived)
  await lived.close()
  expect(await stateOf(await startShared())).toEqual(anew)
})

test('a clock that was set ends with its life', async () => {
  const before = Date.now()
  for (const end of [(life: Program) => life.close(), endLife]) {
    const life = await startShared()
    await life.page.clock.setFixedTime(0)
    await end(life)
    const next = await startShared()
    expect(await next.page.evaluate(() => Date.now())).toBeGreaterThan(before)
    await next.close()
  }
})

test('what a life leaves behind is told of', async ({ program: { app, profile } }) => {
  await app.evaluate((_electron, folder) => {
    process.getBuiltinModule('node:fs').watch(folder)
    setTimeout(() => {
      throw new Error('left behind')
    })
  }, profile)
  await app.evaluate(({ app: main }) => {
    main.quit()
  })
  const told = ['a FSEventWrap', expect.stringContaining('left behind')]
  await expect.poll(() => leftOf(app)).toEqual(told)
  await endShared()
})

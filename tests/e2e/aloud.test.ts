// Reading aloud, by real voices of the system whose sound goes nowhere.
import { spawnSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { ordinaryFolder } from '../../scripts/ordinary-user.mjs'
import { startSilentVoices } from '../fixtures/silent-voices.ts'
import { bounds } from '../bounds.ts'
import { laterEdition } from '../fixtures/found-editions.ts'
import { violations } from './axe.ts'
import { holdMenus } from './menus.ts'
import { pointOn } from './point-on.ts'
import { expect, parts, profileWithLibrary, resize, sideways, startProgram } from './program.ts'
import { startShared, test } from './shared.ts'
import { removeFolder } from './started.ts'

function litText(page: Page): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('lit') ?? [])].map(String).join('|'))
}

function barOf(page: Page) {
  return page.getByRole('region', { name: 'Voorlezen' })
}

/** Voices come a moment after they are first asked for: who hears nothing presses again. */
async function startReading(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('v')
    await expect(barOf(page)).toBeVisible({ timeout: 4 * bounds.attempt })
  }).toPass()
}

// An ordinary user's voices are those of the session, which nobody stops.
if (process.platform === 'linux' && process.getuid?.() === 0)
  test('voices that no longer answer do not hold up the end of the program', async () => {
    const home = ordinaryFolder('leeslamp-voices-')
    const id = Number(await startSilentVoices(home))
    process.env.SPEECHD_ADDRESS = `unix_socket:${home}/speech-dispatcher/speechd.sock`
    try {
      const { page, app } = await startProgram()
      await startReading(page)
      process.kill(id, 'SIGSTOP')
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      await app.evaluate(({ app: main }) => main.quit())
      await ended
    } finally {
      delete process.env.SPEECHD_ADDRESS
      // A system may have ended them meanwhile.
      spawnSync('kill', ['-KILL', String(id)])
      await removeFolder(home)
    }
  })

// Other systems have voices of their own, and sound.
if (process.platform === 'linux') {
  test('V reads on by sentence; Space pauses, arrows and speed have keys, Escape stops', async ({
    program,
  }) => {
    const { page } = program
    await page.keyboard.press('j')
    await startReading(page)
    const first = await litText(page)
    await expect.poll(() => litText(page)).not.toBe(first)
    await page.keyboard.press(' ')
    await expect(barOf(page).getByRole('button', { name: 'Verder lezen' })).toBeVisible()
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
    const paused = await litText(page)
    expect(paused).not.toBe('')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => litText(page)).not.toBe(paused)
    await page.keyboard.press('+')
    await expect(barOf(page)).toContainText('1,1×')
    await page.keyboard.press('-')
    await expect(barOf(page)).toContainText('1,0×')
    const before = await litText(page)
    await page.keyboard.press(' ')
    await expect.poll(() => litText(page)).not.toBe(before)
    await page.keyboard.press('Escape')
    await expect(barOf(page)).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
    await page.keyboard.press('Escape')
    await expect.poll(() => litText(page)).toBe('')
  })

  test('the chosen voice and speed are there the next time', async () => {
    const first = await startShared()
    const { page, profile } = first
    await startReading(page)
    await page.keyboard.press(' ')
    const voices = barOf(page).getByRole('combobox')
    const other = (await voices.locator('option').nth(3).textContent()) ?? ''
    await voices.selectOption(other)
    await barOf(page).getByRole('button', { name: 'Sneller' }).click()
    await first.close()
    const second = await startShared({ profile })
    await startReading(second.page)
    await expect(barOf(second.page).getByRole('combobox')).toHaveValue(other)
    await expect(barOf(second.page)).toContainText('1,1×')
    await second.close()
  })

  test('notes are read by a voice of their own language, and their words are none to look up', async ({
    program,
  }) => {
    const { page } = program
    const { view } = parts(page)
    const voices = () => barOf(page).getByRole('combobox').locator('option').allTextContents()
    const isIn = (part: string) =>
      page.evaluate((wanted) => {
        const [range] = CSS.highlights.get('lit') ?? []
        const node = range instanceof Range ? range.startContainer.parentElement : null
        return node?.closest<HTMLElement>('[data-text]')?.dataset.text === wanted
      }, part)
    await page.keyboard.press('j')
    await startReading(page)
    const dutch = await voices()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await view('Notities').check()
    await startReading(page)
    const english = await voices()
    expect(english.filter((name) => dutch.includes(name))).toEqual([])
    await expect.poll(() => isIn('gist')).toBe(true)
    await page.keyboard.press(' ')
    const first = await litText(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => litText(page)).not.toBe(first)
    const chosen = english[2] ?? ''
    await barOf(page).getByRole('combobox').selectOption(chosen)
    // The text of the same item, which the words to look up are of.
    await page.keyboard.press('o')
    await expect(view('Origineel')).toBeChecked()
    await expect.poll(() => isIn('item')).toBe(true)
    await expect.poll(voices).toEqual(dutch)
    await view('Notities').check()
    await expect.poll(() => isIn('gist')).toBe(true)
    await expect(barOf(page).getByRole('combobox')).toHaveValue(chosen)
  })

  test('the menu of a right click reads on from there', async ({ program }) => {
    const { page, app } = program
    const { choose } = await holdMenus(app)
    const point = await pointOn(page, 'tape-out')
    // Voices come a moment after they are first asked for.
    await expect(async () => {
      await page.mouse.click(point.x, point.y, { button: 'right' })
      await choose('Voorlezen vanaf hier')
      await expect(barOf(page)).toBeVisible({ timeout: 4 * bounds.attempt })
    }).toPass()
    await expect.poll(() => litText(page)).toContain('tape-out')
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(true)
    await page.keyboard.press(' ')
    // In the introduction it says so.
    const lede = await pointOn(page, 'lagehoogte', '.lede')
    await page.mouse.click(lede.x, lede.y, { button: 'right' })
    await choose('Voorlezen vanaf hier')
    await expect(barOf(page)).toContainText('Inleiding')
  })

  test('the card of a word says it when there is a voice', async ({ program }) => {
    const { page } = program
    await startReading(page)
    await page.keyboard.press('o')
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog')
    await expect(card.getByRole('button', { name: 'Hoor' })).toBeVisible()
    // What was read aloud waits.
    await expect(barOf(page).getByRole('button', { name: 'Verder lezen' })).toBeVisible()
    await page.keyboard.press('h')
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
    await expect(card).toBeVisible()
  })

  test('the bar holds at every width, and axe finds nothing on it', async ({ program }) => {
    const { page, app } = program
    await startReading(page)
    await page.keyboard.press(' ')
    for (const width of [600, 720, 960, 1_280, 1_920]) {
      await resize(app, width, 800)
      await expect(barOf(page)).toBeVisible()
      expect(await sideways(page), String(width)).toEqual({ page: 0, window: 0 })
    }
    expect(await violations(page)).toEqual([])
  })
}

test('without a voice for the language one sentence says what to do', async () => {
  const { edition } = laterEdition
  const other = { ...laterEdition, edition: { ...edition, language: 'zz' } }
  const { page, close } = await startShared({ profile: profileWithLibrary(0, [other]) })
  await page.keyboard.press('l')
  await page.getByText('Bruggen wegen zichzelf').first().dblclick()
  await expect(parts(page).articles.first()).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.getByText('Op deze computer staat geen stem voor deze taal.')).toBeVisible()
  await expect(barOf(page)).toHaveCount(0)
  await close()
})

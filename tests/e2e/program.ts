// Starts the real program for a test: the built one, sandbox on, in a profile of its own.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test'

import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { bounds } from '../bounds.ts'
import type { patience } from '../../electron/services/program/patience.ts'
import { fillLibrary, libraryProvenance } from '../fixtures/make-library.ts'
import type { EditionBundle } from '../../src/core/edition/edition.ts'
import { beginTest, endTest, endWithTest, removeWithTest } from './started.ts'

const nobody = 65534

// Each worker has a display of its own: a clipboard, a focus and a pointer.
const displays = process.env.LEESLAMP_DISPLAYS?.split(' ')
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0)
if (displays !== undefined) process.env.DISPLAY = displays[worker]

export function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: start these tests with npm test`)
  return value
}

/** A folder that the user who runs the program owns. */
export function profileFolder(): string {
  const folder = lastingFolder()
  removeWithTest(folder)
  return folder
}

/** The same, until the last test. */
export function lastingFolder(): string {
  const folder = fs.mkdtempSync(path.join(fromEnvironment('LEESLAMP_HOME'), 'profile-'))
  if (process.getuid?.() === 0) fs.chownSync(folder, nobody, nobody)
  return folder
}

/** Lets the user who runs the program own what a test put into a profile. */
export function giveToUser(folder: string): void {
  if (process.getuid?.() !== 0) return
  fs.chownSync(folder, nobody, nobody)
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.chownSync(path.join(folder, name), nobody, nobody)
  }
}

/** A profile whose library holds so many editions, put there before the program starts. */
export function profileWithLibrary(
  editions: number,
  others: readonly EditionBundle[] = [],
): string {
  const profile = profileFolder()
  const folder = path.join(profile, 'library')
  const library = openEditionLibrary({ folder })
  fillLibrary(library, editions)
  for (const other of others) library.add(other, libraryProvenance)
  library.close()
  giveToUser(folder)
  return profile
}

/** A copy of the program whose files a test may damage. */
export function copiedProgram(): string {
  const folder = path.join(profileFolder(), 'program')
  const from = fromEnvironment('LEESLAMP_PROGRAM')
  fs.mkdirSync(folder)
  fs.copyFileSync(path.join(from, 'package.json'), path.join(folder, 'package.json'))
  fs.cpSync(path.join(from, 'out'), path.join(folder, 'out'), { recursive: true })
  return folder
}

/** Gives a copy of the program another patience: its built table is changed. */
export function setPatience(
  program: string,
  name: keyof typeof patience,
  milliseconds: number,
): void {
  const folder = path.join(program, 'out/main')
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.cjs'))
  const isTable = (text: string): boolean => text.includes('closingPause: ')
  const file = files
    .map((one) => path.join(folder, one))
    .find((one) => isTable(fs.readFileSync(one, 'utf8')))
  if (file === undefined) throw new Error('the program has no table of its patience')
  const text = fs.readFileSync(file, 'utf8')
  const entry = new RegExp(`(\\b${name}: )[\\de]+`, 'u')
  if (!entry.test(text)) throw new Error(`the table has no ${name}`)
  fs.writeFileSync(file, text.replace(entry, `$1${String(milliseconds)}`))
}

/**
 * A copy of the program that writes into a file what its page says to the console, and what `tell(line)` is called with in `main`.
 * @param changed what runs before its scripts, in the main process and in the page, and what its main script is made of
 */
export function tellingProgram(changed: {
  main?: string
  page?: string
  built?: ((main: string) => string) | undefined
}): { program: string; lines: () => string[]; forget: () => void } {
  const program = copiedProgram()
  const told = path.join(program, '..', 'told')
  const change = (file: string, by: (text: string) => string): void => {
    const whole = path.join(program, 'out', file)
    fs.writeFileSync(whole, by(fs.readFileSync(whole, 'utf8')))
  }
  change(
    'main/index.cjs',
    (
      text,
    ) => `const tell = (line) => require('node:fs').appendFileSync(${JSON.stringify(told)}, line + '\\n')
      require('electron').app.on('web-contents-created', (_, contents) => contents.on('console-message', (_, __, said) => tell(said)))
      ${changed.main ?? ''}
      ${changed.built?.(text) ?? text}`,
  )
  const html = fs.readFileSync(path.join(program, 'out/renderer/index.html'), 'utf8')
  const [, script = ''] = /(assets\/[\w-]+\.js)/u.exec(html) ?? []
  change(path.join('renderer', script), (text) => `${changed.page ?? ''}\n${text}`)
  return {
    program,
    lines: () => (fs.existsSync(told) ? fs.readFileSync(told, 'utf8').trim().split('\n') : []),
    forget: () => {
      fs.rmSync(told, { force: true })
    },
  }
}

export interface StartOptions {
  readonly profile?: string
  readonly language?: 'nl' | 'en'
  readonly args?: readonly string[]
  /** The folder of the program: a changed copy, made with `copiedProgram`. */
  readonly program?: string
  readonly width?: number
  readonly height?: number
  /** True for a start that tries the graphics processor first, as that of a new profile does. */
  readonly triesGraphics?: boolean
}

export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  readonly profile: string
  readonly close: () => Promise<void>
}

/** Starts the program and waits for all of its text. */
export async function startProgram(options: StartOptions = {}): Promise<Program> {
  const profile = options.profile ?? profileFolder()
  const app = await launch([
    options.program ?? fromEnvironment('LEESLAMP_PROGRAM'),
    ...argumentsOf(profile, options),
  ])
  endWithTest(app)
  const page = await app.firstWindow()
  await whole(app, page, options)
  return { app, page, profile, close: () => app.close() }
}

/** What the program is started with, behind its own name. */
export function argumentsOf(profile: string, options: StartOptions): string[] {
  return [
    `--lang=${options.language ?? 'nl'}`,
    `--user-data-dir=${profile}`,
    // Where tests run there is none, and to find that out anew takes a tenth of each start.
    ...(options.triesGraphics === true ? [] : ['--disable-gpu']),
    ...(options.args ?? []),
  ]
}

/** Starts Electron; what it is asked for is waited for as long as the tests wait. */
export async function launch(args: string[]): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: fromEnvironment('LEESLAMP_ELECTRON'),
    args,
    chromiumSandbox: true,
  })
  answerAlways(app)
  app.context().setDefaultTimeout(bounds.action)
  return app
}

/** Waits for all of the text, in a window of this size. */
export async function whole(
  app: ElectronApplication,
  page: Page,
  { width = 1280, height = 800 }: StartOptions,
): Promise<void> {
  await wholeText(app, page)
  await resize(app, width, height)
  await page.evaluate(() => document.fonts.ready)
}

/** V8 at times lets go of the promise of an answer; what a test asks of the main process can be asked twice. */
function answerAlways(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (...asked: unknown[]) => Promise<unknown>
  const twice = (...asked: unknown[]): Promise<unknown> =>
    ask(...asked).catch((error: unknown) => {
      if (String(error).includes('promise was garbage collected')) return ask(...asked)
      throw error
    })
  app.evaluate = twice as ElectronApplication['evaluate']
}

/** Waits for all of the text. Where it does not come, the error says what the window shows. */
async function wholeText(app: ElectronApplication, page: Page): Promise<void> {
  try {
    await page.locator('main:not([aria-busy="true"])').waitFor()
  } catch (error) {
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        isVisible: window.isVisible(),
        isCrashed: window.webContents.isCrashed(),
        isLoading: window.webContents.isLoading(),
      })),
    )
    const shown = page.evaluate(() => ({
      visibility: document.visibilityState,
      size: [window.innerWidth, window.innerHeight],
      paints: performance.getEntriesByType('paint').map((entry) => entry.startTime),
      busy: document.querySelector('main')?.ariaBusy ?? 'no page of text',
      words: document.body.innerText.slice(0, 300),
    }))
    const silent = new Promise<string>((resolve) =>
      setTimeout(resolve, bounds.attempt, 'no answer'),
    )
    const state = JSON.stringify({ windows, page: await Promise.race([shown, silent]) })
    throw new Error(`The text is not whole: ${state}`, { cause: error })
  }
}

/** Drops files on the page. A real drag cannot be made here; the files of a chosen input are as real, and have paths. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', multiple: true, id: 'dropped' })
    document.body.append(input)
  })
  await page.locator('#dropped').setInputFiles([...files])
  const { count, isTaken } = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const dataTransfer = new DataTransfer()
    for (const chosen of input?.files ?? []) dataTransfer.items.add(chosen)
    input?.remove()
    const event = { dataTransfer, bubbles: true, cancelable: true }
    const isTaken = !document.body.dispatchEvent(new DragEvent('drop', event))
    return { count: dataTransfer.files.length, isTaken }
  })
  expect({ count, isTaken }, 'what was dropped').toEqual({ count: files.length, isTaken: true })
}

/** Starts the program a second time in a profile that is in use; the exit code it ends with by itself. */
export function startAgain(profile: string, args: readonly string[] = []): Promise<number | null> {
  // Not through Playwright: it takes a program that ends at once for a failure of its own.
  const second = spawn(
    fromEnvironment('LEESLAMP_ELECTRON'),
    [fromEnvironment('LEESLAMP_PROGRAM'), '--lang=nl', `--user-data-dir=${profile}`, ...args],
    { stdio: 'ignore', timeout: bounds.program },
  )
  return new Promise((resolve) => {
    second.once('exit', resolve)
  })
}

/**
 * Starts the program as a reader does, without Playwright, which gives a page a size before the program can; ends it with SIGTERM
 * as soon as `until` resolves.
 */
export async function startAsReader(
  profile: string,
  until: () => Promise<unknown>,
  program = fromEnvironment('LEESLAMP_PROGRAM'),
): Promise<void> {
  const started = spawn(
    fromEnvironment('LEESLAMP_ELECTRON'),
    [program, '--lang=nl', `--user-data-dir=${profile}`],
    { stdio: 'ignore', timeout: bounds.program },
  )
  const ended = new Promise((resolve) => {
    started.once('exit', resolve)
  })
  try {
    await until()
  } finally {
    started.kill('SIGTERM')
    await ended
  }
}

/**
 * Gives the window's page this size in pixels, and waits until the page has heard of it and is laid out anew.
 * The page is told between two frames: its own size changes before what it shows does.
 */
export async function resize(
  app: ElectronApplication,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  const page = await app.firstWindow()
  await page.waitForFunction(
    (size) =>
      Math.abs(window.innerWidth * window.devicePixelRatio - size.width) < 2 &&
      Math.abs(window.innerHeight * window.devicePixelRatio - size.height) < 2,
    { width, height },
  )
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
}

/** The records that the profile has of the reader, as their files have them. */
export function recordsIn(profile: string): string {
  const folder = path.join(profile, 'reader-data')
  return fs
    .readdirSync(folder)
    .filter((name) => /^(?:journal|snapshot)/u.test(name))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('')
}

/** Waits until the profile has a record with these words: what the reader does is written a moment later. */
export async function written(profile: string, words: RegExp): Promise<void> {
  // A file that goes between the two looks is looked for anew.
  await expect(() => {
    expect(recordsIn(profile)).toMatch(words)
  }).toPass()
}

/** The reader's place in the text, as its record begins. */
export const aPlace = /"put":"place:/u

/** Waits until nothing on the page moves: no animation runs, and the text has stood still for some frames. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    const top = (): number => document.querySelector('main')?.scrollTop ?? 0
    let still = 0
    for (let last = top(); still < 5; last = top()) {
      await frame()
      const isMoving = document.getAnimations().some(({ playState }) => playState === 'running')
      still = isMoving || top() !== last ? 0 : still + 1
    }
  })
}

/** Presses a button that a row shows under the pointer; points anew when the rows move meanwhile. */
export async function pressInRow(row: Locator, name: string): Promise<void> {
  await expect(async () => {
    await row.hover()
    await row.getByRole('button', { name }).click({ timeout: bounds.attempt })
  }).toPass()
}

/** Says what a row of a proof is, by pointer. */
export async function giveRole(row: Locator, role: string): Promise<void> {
  await row.locator('[aria-haspopup="menu"]').click()
  await row.getByRole('menuitemradio', { name: role, exact: true }).click()
}

/** Ends the program as a crash of the machine would: nothing gets the chance to be written. */
export async function killProgram({ app }: Program): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    app.once('close', () => {
      resolve()
    })
  })
  const pid = await app.evaluate(() => process.pid)
  process.kill(pid, 'SIGKILL')
  await ended
}

/** The parts of the window by the names that stay fixed. */
export function parts(page: Page): {
  contents: Locator
  main: Locator
  articles: Locator
  search: Locator
  hits: Locator
  kept: Locator
  /** The item that is lit. */
  lit: Locator
  view: (name: string) => Locator
  bookmark: (index: number) => Locator
} {
  const articles = page.getByRole('article')
  return {
    contents: page.getByRole('navigation', { name: 'Inhoud' }),
    main: page.getByRole('main'),
    articles,
    search: page.getByRole('searchbox', { name: 'Zoeken' }),
    hits: page.getByRole('listbox', { name: 'Treffers' }).getByRole('option'),
    kept: page.getByRole('complementary', { name: 'Bewaard' }),
    lit: page.locator('[data-item][aria-current="true"]'),
    view: (name) =>
      page.getByRole('radiogroup', { name: 'Tekst of notities' }).getByRole('radio', { name }),
    bookmark: (index) => articles.nth(index).getByRole('button', { name: 'Bladwijzer' }),
  }
}

/** The library, opened when it is not on the screen. */
export async function openLibrary(page: Page): Promise<Locator> {
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  if (!(await library.isVisible())) await page.keyboard.press('l')
  await expect(library).toBeVisible()
  return library
}

/** Pastes a text into the window, as the reader's own hands would; what comes of it is waited for by who asks. */
export async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, marked]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      clipboardData.setData('text/html', marked)
      const event = { clipboardData, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new ClipboardEvent('paste', event))
    },
    [text, html] as const,
  )
}

/** The parts of the search panel by the names that stay fixed. */
export function panelOf(page: Page): {
  panel: Locator
  refine: Locator
  list: Locator
  facet: (name: string) => Locator
  completions: Locator
} {
  const panel = page.getByRole('complementary', { name: /^(?:Zoekresultaten|Search results)$/u })
  const refine = panel.getByRole('group', { name: 'Verfijnen' })
  return {
    panel,
    refine,
    list: panel.getByRole('listbox', { name: 'Treffers' }),
    facet: (name: string) => refine.getByRole('group', { name, exact: true }),
    completions: page.getByRole('listbox', { name: 'Aanvullingen' }),
  }
}

/** The number on a facet's button. */
export async function countOn(button: Locator): Promise<number> {
  return Number(/(\d+)\s*$/u.exec(await button.innerText())?.[1])
}

/** How many hits there are, as the status says; waits for a number other than `before`. */
export async function total(page: Page, before?: number): Promise<number> {
  const status = page.getByRole('status').filter({ hasText: /^(?:\d+ treffers?|geen treffers)$/u })
  const read = async (): Promise<number> => Number(/\d+/u.exec(await status.innerText())?.[0] ?? 0)
  if (before !== undefined) await expect.poll(read).not.toBe(before)
  return read()
}

/**
 * Asks for words that stand in each of the library's editions, and waits until all of them are in
 * the search; how many hits there are.
 */
export async function askAll(page: Page, text: string, editions: number): Promise<number> {
  await parts(page).search.fill(text)
  await expect(page.getByText(`in ${String(editions)} edities`, { exact: true })).toBeVisible()
  return total(page)
}

/** A test that gets a freshly started program; what else it starts ends with it. */
export const test = base.extend<{ program: Program; ending: undefined }>({
  ending: [
    async ({}, use) => {
      beginTest()
      await use(undefined)
      await endTest()
    },
    { auto: true },
  ],
  // After the programs of the test itself.
  program: async ({ ending }, use) => {
    void ending
    const program = await startProgram()
    await use(program)
    await program.close().catch(() => undefined) // a test may have ended the program itself
  },
})

/** How far the page and its window could be scrolled sideways, in pixels; to be polled, as a page hears of its size a little later. */
export function sideways(page: Page): Promise<{ page: number; window: number }> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    return {
      page: (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
      window: document.documentElement.scrollWidth - window.innerWidth,
    }
  })
}

export { expect }

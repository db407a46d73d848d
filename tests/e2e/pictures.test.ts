// Pictures of an edition: at their place, whole, on the clipboard and in a file; and no others by any address.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import { pictureFiles } from '../../src/core/edition/picture.ts'
import { aGifBeyondItsScreen } from '../fixtures/hostile/hostile-images.ts'
import { hostilePictureAddresses } from '../fixtures/hostile/hostile-addresses.ts'
import { picturedEdition, picturedPackage } from '../fixtures/pictured-package.ts'
import { paintedAs } from './highlighted.ts'
import {
  drop,
  expect,
  giveRole,
  openLibrary,
  parts,
  profileFolder,
  type Program,
  resize,
  sideways,
} from './program.ts'
import { startShared, test, type LifeOptions } from './shared.ts'

const hashes = pictureFiles(picturedEdition).map(({ sha256 }) => sha256)
const addressOf = (hash: string): string => `app://leeslamp/picture/${hash}`
const figure = (page: Page, item: string): Locator =>
  page.locator(`[data-item="${item}"]`).getByRole('figure')
const boxOf = async (
  element: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> =>
  (await element.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN }

/** Starts the program and drops the package on it. */
async function withProof(options: LifeOptions = {}): Promise<Program> {
  const profile = options.profile ?? profileFolder()
  const file = path.join(profile, 'haven.editie')
  fs.writeFileSync(file, await picturedPackage())
  const program = await startShared({ ...options, profile })
  await drop(program.page, [file])
  const { page } = program
  const keep = page.getByRole('button', { name: 'Toevoegen aan bibliotheek' })
  // A refusal is told for a moment only: so it stands in the error.
  await expect(
    keep.or(page.getByRole('status').filter({ hasText: /\p{L}/u })).first(),
  ).toBeVisible()
  await expect(keep).toBeVisible()
  return program
}

async function withEdition(options: LifeOptions = {}): Promise<Program> {
  const program = await withProof(options)
  await program.page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(program.page).articles).toHaveCount(5)
  return program
}

/** Whether the pictures on the page are there, once each of them has been in view. */
async function allLoaded(page: Page): Promise<boolean[]> {
  const shown = page.locator('main img')
  for (const picture of await shown.all()) await picture.scrollIntoViewIfNeeded()
  return shown.evaluateAll((pictures) =>
    pictures.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
  )
}

/** What a request for an address gives. */
function statusOf({ app }: Program, address: string): Promise<string> {
  return app.evaluate(async ({ session }, url) => {
    try {
      const { status, headers } = await session.defaultSession.fetch(url)
      return `${String(status)} ${headers.get('content-type') ?? ''} ${headers.get('x-content-type-options') ?? ''}`
    } catch {
      return 'error'
    }
  }, address)
}

test('pictures stand at their place, whole, with their caption and alternative text', async () => {
  const program = await withEdition()
  const { page } = program
  await expect.poll(() => allLoaded(page)).toEqual([true, true, true, true, true])

  const text = await boxOf(page.locator('[data-item="naast"] [data-text="item"]'))
  const opening = page.locator('header').getByRole('figure')
  await expect(opening.getByRole('img', { includeHidden: true })).toHaveAttribute(
    'alt',
    'Een loods aan het water',
  )
  await expect(opening).toContainText('Een werkplaats voor batterijen aan het water.')
  await expect(opening).toContainText('Foto Voorbeeldbeeld')
  await expect(page.getByText('De foto zelf zit niet in deze editie.')).toHaveCount(0)
  expect(Math.round((await boxOf(opening.locator('img'))).x)).toBe(Math.round(text.x))
  expect((await boxOf(opening.locator('figcaption'))).x).toBeGreaterThan(text.x + text.width)

  // Beside an item of one paragraph: its text is not broken.
  const beside = await boxOf(figure(page, 'naast').locator('img'))
  expect(beside.x).toBeGreaterThan(text.x + text.width)
  expect(Math.abs(beside.y - text.y)).toBeLessThan(12)
  expect(beside.width / beside.height).toBeCloseTo(640 / 480, 1)
  const next = await boxOf(page.locator('[data-item="elders"]'))
  const caption = await boxOf(figure(page, 'naast').locator('figcaption'))
  expect(next.y).toBeGreaterThan(caption.y + caption.height)

  // Between two paragraphs, and never enlarged.
  const [first, second] = await page.locator('[data-item="tussen"] .reading-line').all()
  const between = await boxOf(figure(page, 'tussen').nth(0).locator('img'))
  expect(between.y).toBeGreaterThan((await boxOf(first as Locator)).y)
  expect(between.y + between.height).toBeLessThan((await boxOf(second as Locator)).y)
  expect((await boxOf(figure(page, 'klein').nth(1).locator('img'))).width).toBe(180)

  await parts(page).view('Naast elkaar').check()
  const columns = await boxOf(page.locator('[data-item="naast"] .original'))
  const inColumn = await boxOf(figure(page, 'naast').locator('img'))
  expect(inColumn.x + inColumn.width).toBeLessThanOrEqual(columns.x + columns.width)
  expect(inColumn.width).toBe(320)
  await program.close()
})

test('a picture has its room before it is there, and a panel over the margin moves no text', async () => {
  const program = await withEdition({ width: 1_280 })
  const { page } = program
  const heights = (): Promise<number[]> =>
    page
      .locator('article')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height))
  const before = await heights()
  await expect.poll(() => allLoaded(page)).toEqual([true, true, true, true, true])
  expect(await heights()).toEqual(before)
  await page.getByRole('button', { name: 'Weergave' }).click()
  await expect(page.getByRole('complementary', { name: 'Weergave' })).toBeVisible()
  await expect.poll(heights).toEqual(before)
  await expect(figure(page, 'naast')).toBeHidden()
  await expect.poll(() => sideways(page)).toMatchObject({ page: 0 })
  await program.close()
})

test('in a narrow window captions stand below, and nothing is wider than the text', async () => {
  const program = await withEdition({ width: 720 })
  const { app, page } = program
  for (const width of [720, 960, 1_240, 1_920]) {
    await resize(app, width, 800)
    await expect.poll(() => sideways(page), String(width)).toMatchObject({ page: 0 })
  }
  await resize(app, 720, 800)
  const picture = await boxOf(figure(page, 'naast').locator('img'))
  const caption = await boxOf(figure(page, 'naast').locator('figcaption'))
  expect(picture.width).toBe(320)
  expect(caption.y).toBeGreaterThan(picture.y + picture.height)
  expect(Math.round(caption.x)).toBe(Math.round(picture.x))
  await program.close()
})

test('Enter shows a picture whole; it is copied, saved, and left by Escape', async () => {
  const program = await withEdition()
  const { app, page, profile } = program
  const button = page.getByRole('button', { name: 'Vergroot: Een brug' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Afbeelding' })
  await expect(dialog.getByRole('img', { name: 'Een brug' })).toBeVisible()
  await expect(dialog).toContainText('Elke wagen weegt mee.')
  await expect.poll(async () => (await boxOf(dialog.getByRole('img'))).width).toBe(900)

  await app.evaluate(({ clipboard }) => clipboard.clear())
  await dialog.getByRole('button', { name: 'Kopieer' }).click()
  await expect(dialog.getByRole('status')).toHaveText('De afbeelding is gekopieerd')
  await expect.poll(() => copiedSize(program)).toEqual({ width: 900, height: 500 })

  const file = path.join(profile, 'brug.png')
  await app.evaluate(({ dialog: system }, answer) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
  }, file)
  await dialog.getByRole('button', { name: 'Bewaar als bestand' }).click()
  await expect(dialog.getByRole('status')).toHaveText(`De afbeelding is bewaard in ${file}`)
  const bridge = picturedEdition.sections[0]?.items[3]?.pictures?.[0]?.file?.sha256
  const saved = fs.readFileSync(file)
  expect(await sha256Of(saved)).toBe(bridge)

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await program.close()
})

/** How large the image on the clipboard is. Older Electrons have `readImage`, newer ones `read`. */
function copiedSize({ app }: Program): Promise<Electron.Size> {
  return app.evaluate(async ({ clipboard, nativeImage }) => {
    const older = clipboard as unknown as { readImage?: () => Electron.NativeImage }
    if (older.readImage !== undefined) return older.readImage().getSize()
    const [item] = await clipboard.read()
    const bytes = await (await item?.getType('image/png'))?.arrayBuffer()
    return nativeImage.createFromBuffer(Buffer.from(bytes ?? new ArrayBuffer(0))).getSize()
  })
}

async function sha256Of(bytes: Buffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
  return Buffer.from(digest).toString('hex')
}

test('a picture that is not in the file is told by its words, and nothing is asked for', async () => {
  const program = await withEdition()
  const { app, page } = program
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await expect(figure(page, 'elders')).toContainText('De maker bij zijn laptop.')
  await expect(figure(page, 'elders')).toContainText(
    'De foto staat op beeld.example en is niet meegekomen.',
  )
  await expect(figure(page, 'tussen').nth(1)).toContainText(
    'Hier staat nog een foto, ‘Een kaart van de route’, op kaart.example. Leeslamp haalt niets op.',
  )
  await expect(figure(page, 'elders').getByRole('img')).toHaveCount(0)
  await figure(page, 'elders').getByRole('button', { name: 'Adres kopiëren' }).click()
  await expect(page.getByText('Het adres is gekopieerd')).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'https://beeld.example/foto.jpg',
  )
  await expect.poll(() => allLoaded(page)).toEqual([true, true, true, true, true])
  for (const url of asked) expect(url).toMatch(/^app:\/\/leeslamp\//u)
  await program.close()
})

test('the window gets what the open edition or a proof lists, and nothing under any other address', async () => {
  const program = await withProof()
  const { page } = program
  for (const [index, type] of [
    [0, 'png'],
    [3, 'webp'],
    [4, 'gif'],
  ] as const)
    expect(await statusOf(program, addressOf(hashes[index] ?? ''))).toBe(
      `200 image/${type} nosniff`,
    )
  expect(await statusOf(program, addressOf('0'.repeat(64)))).toMatch(/^404/u)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Toevoegen aan bibliotheek' })).toBeHidden()
  // As long as the program can bring the proof back, it is open.
  await expect.poll(() => statusOf(program, addressOf(hashes[0] ?? ''))).toMatch(/^404/u)
  await program.close()

  const second = await withEdition()
  expect(await statusOf(second, addressOf(hashes[1] ?? ''))).toBe('200 image/png nosniff')
  const [hash = ''] = hashes
  const taken: string[] = []
  for (const address of hostilePictureAddresses(hash)) {
    const status = await statusOf(second, address)
    // Chromium makes one address of some, before anybody is asked: they are the picture's own, or the page's.
    const meant = await second.page.evaluate((url) => {
      return URL.canParse(url) ? new URL(url).href : ''
    }, address)
    const isKnown = [addressOf(hash), 'app://leeslamp/index.html'].includes(meant)
    if (status.startsWith('200') && !isKnown) taken.push(`${address} ${status}`)
  }
  expect(taken).toEqual([])
  await openLibrary(second.page)
  await second.page.getByRole('main').getByText('Techtrends').first().click()
  await expect.poll(() => statusOf(second, addressOf(hash))).toMatch(/^404/u)
  await second.close()
})

test('a picture whose file is gone is told by its words, and the text stays', async () => {
  const program = await withEdition()
  const { profile } = program
  await program.close()
  const folder = path.join(profile, 'library')
  for (const name of fs.readdirSync(folder).filter((one) => one.endsWith('.images')))
    fs.rmSync(path.join(folder, name))
  const second = await startShared({ profile })
  await expect(parts(second.page).articles).toHaveCount(5)
  await expect(figure(second.page, 'naast')).toContainText('De kraan bij nacht.')
  await expect(figure(second.page, 'naast')).toContainText(
    'De foto is niet te lezen: het bestand is beschadigd of weg.',
  )
  // Each is asked for when it comes into view.
  const left = second.page.locator('main img')
  await expect
    .poll(async () => {
      await left
        .first()
        .evaluate(
          (one) => {
            one.scrollIntoView()
          },
          null,
          { timeout: bounds.attempt },
        )
        .catch(() => undefined)
      return left.count()
    })
    .toBe(0)
  await second.close()
})

test('the proof shows pictures small at their rows, and keeps them when items are joined', async () => {
  const program = await withProof()
  const { page } = program
  const row = page.locator('[data-part=".naast"]')
  const small = row.getByRole('img', { name: 'Een kraan' })
  await small.scrollIntoViewIfNeeded()
  await expect.poll(() => small.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640)
  expect((await boxOf(small)).height).toBeLessThanOrEqual(100)
  await expect(page.locator('[data-part=".elders"]')).toContainText('Afbeelding (niet meegekomen)')
  await giveRole(row, 'Hoort bij het volgende')
  await expect(page.locator('[data-part=".elders"]')).toHaveCount(0)
  await expect(row).toContainText('Afbeelding (niet meegekomen)')
  await expect(small).toBeVisible()
  await program.close()
})

test('a PDF has the pictures of the edition, each whole', async () => {
  const program = await withEdition()
  const { app, page, profile } = program
  const file = path.join(profile, 'haven.pdf')
  await app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
  }, file)
  await page.keyboard.press('Control+p')
  await page.getByRole('button', { name: 'PDF bewaren' }).click()
  await expect(page.getByText(`PDF bewaard in ${file}`)).toBeVisible()
  const listed = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })
  for (const size of ['1200 +640', '640 +480', '900 +500', '300 +200', '180 +130'])
    expect(listed).toMatch(new RegExp(size, 'u'))
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  expect(text).toContain('De kraan bij nacht.')
  expect(text).toContain('De maker bij zijn laptop.')
  await program.close()
})

test('a search marks words behind a picture, and a copied item is its stored text', async () => {
  const program = await withEdition()
  const { app, page } = program
  const { search, hits } = parts(page)
  await search.fill('elf')
  await expect(hits.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => paintedAs(page, 'match-now')).toEqual(['elf'])
  await page.locator('[data-item="tussen"]').focus()
  await page.keyboard.press('c')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('te zwaar.')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain('weegt mee')
  await program.close()
})

/** A mail with these pictures, each below an item of its own. */
function mailWith(pictures: readonly { readonly type: string; readonly bytes: string }[]): string {
  const items = pictures.map(
    (_, index) =>
      `<h2>Kade ${String(index)}</h2><p>Langs kade ${String(index)} ligt een schip.</p><p><img src="cid:${String(index)}@blad.example" alt="Kade"></p>`,
  )
  const attached = pictures.flatMap(({ type, bytes }, index) => [
    ...['--grens', `Content-Type: ${type}`, `Content-ID: <${String(index)}@blad.example>`],
    ...['Content-Transfer-Encoding: base64', '', bytes],
  ])
  return [
    ...['From: Havenblad <b@blad.example>', 'Subject: De kades', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/related; boundary="grens"', '', '--grens'],
    ...['Content-Type: text/html; charset=utf-8', '', items.join('\n'), ...attached],
    ...['--grens--', ''],
  ].join('\r\n')
}

/** The most that a process of each kind took, in MB; what it takes now where the system does not tell. */
function memoryOf({ app }: Program): Promise<{ renderer: number; main: number }> {
  return app.evaluate(({ app: electron }) => {
    const most = (type: string): number =>
      Math.max(
        ...electron
          .getAppMetrics()
          .filter((one) => one.type === type)
          .map(({ memory }) => (memory.peakWorkingSetSize || memory.workingSetSize) / 1_024),
      )
    return { renderer: most('Tab'), main: most('Browser') }
  })
}

test('a mail of pictures that do harm and of many large ones stays within the memory of a window', async () => {
  const profile = profileFolder()
  const program = await startShared({ profile })
  const { app, page } = program
  const photo = await app.evaluate(({ nativeImage }) => {
    const [width, height] = [2_000, 1_500]
    const pixels = Buffer.alloc(width * height * 4)
    for (let at = 0; at < pixels.length; at += 4)
      pixels.writeUInt32LE((0xff000000 + ((at >> 6) & 0xffff)) >>> 0, at)
    return nativeImage.createFromBitmap(pixels, { width, height }).toJPEG(60).toString('base64')
  })
  // Thirty of three million pixels, each with a comment of its own: an edition has room for thirteen.
  const photos = Array.from({ length: 30 }, (_, index) => {
    const bytes = Buffer.from(photo, 'base64')
    const comment = Buffer.from([0xff, 0xfe, 0, 3, index])
    return Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]).toString('base64')
  })
  const bad = Array.from({ length: 10 }, (_, index) => aGifBeyondItsScreen(300 + index))
  const file = path.join(profile, 'kades.eml')
  const pictures = [
    ...bad.map((bytes) => ({ type: 'image/gif', bytes: bytes.toString('base64') })),
    ...photos.map((bytes) => ({ type: 'image/jpeg', bytes })),
  ]
  fs.writeFileSync(file, mailWith(pictures))
  const before = await memoryOf(program)
  await drop(page, [file])
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles).toHaveCount(pictures.length)
  await expect(page.locator('main img')).toHaveCount(13)
  // Each is decoded when it comes near.
  for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded()
  await expect.poll(async () => new Set(await allLoaded(page))).toEqual(new Set([true]))
  const after = await memoryOf(program)
  expect(after.renderer).toBeLessThan(500)
  expect(after.main - before.main).toBeLessThan(256)
  await parts(page).view('Notities').check()
  await expect(parts(page).view('Notities')).toBeChecked()
  await program.close()
})

for (const theme of ['papier', 'sepia', 'lamp-uit', 'contrast'])
  test(`axe finds nothing about pictures in ${theme}`, async () => {
    const program = await withEdition()
    const { app, page } = program
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Weergave' }).click()
    await page.locator(`input[name="theme"][value="${theme}"]`).check({ force: true })
    await page.keyboard.press('Escape')
    const found = async (): Promise<unknown[]> => {
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await axe
        .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze()
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    }
    await expect.poll(() => allLoaded(page)).toEqual([true, true, true, true, true])
    const dimmed = await figure(page, 'naast')
      .locator('img')
      .evaluate((one) => getComputedStyle(one).filter)
    expect(dimmed).toBe(theme === 'lamp-uit' ? 'brightness(0.86)' : 'none')
    expect(await found()).toEqual([])
    await page.getByRole('button', { name: 'Vergroot: Een brug' }).click()
    await expect(page.getByRole('dialog', { name: 'Afbeelding' })).toBeVisible()
    expect(await found()).toEqual([])
    await page.keyboard.press('Escape')
    await resize(app, 720, 800)
    expect(await found()).toEqual([])
    await program.close()
  })

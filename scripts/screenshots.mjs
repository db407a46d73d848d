// `npm run screenshots`: pictures of every main view for the README, in docs/screenshots/; where the design's pictures lie
// beside the project, each is also put next to the design's own, in docs/screenshots/beside-design/.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { isRoot, launcher, ordinaryFolder } from './ordinary-user.mjs'
import { earlier, later, mailbox, pasted, picturedMail } from './screenshot-editions.mjs'
import { root, runMain, tell } from './steps.mjs'
import { setUp } from './setup.mjs'

const target = path.join(root, 'docs/screenshots')
const design = path.join(root, '../shared/design')
/** Pictures are taken at twice the size, as the design's are, and kept at this part of it. */
const kept = 0.5

/** Each view: the design's picture of it, the window's size, and how a reader gets there. */
const views = [
  { name: 'reading', beside: 'a-reading-light', go: (page) => page.keyboard.press('Home') },
  {
    name: 'notes',
    beside: 'b-notes',
    async go(page) {
      await page.keyboard.press('2')
      await goToItem(page, 1)
    },
  },
  {
    name: 'note-editor',
    beside: 'b-notes-editing',
    async go(page) {
      await goToItem(page, 2)
      await page.keyboard.press('n')
      await page.keyboard.type(
        'Welke chips, en **wanneer**?\n\n- nagaan bij de makers\n- zie ook bericht 6',
      )
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'side-by-side',
    beside: 'c-side-by-side',
    async go(page) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('3')
      await goToItem(page, 1)
    },
  },
  {
    name: 'search',
    beside: 'd-search',
    async go(page) {
      await page.keyboard.press('1')
      await page.keyboard.press('/')
      await page.keyboard.type('batterij')
      await page.getByRole('option').nth(1).waitFor()
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    },
  },
  {
    name: 'kept',
    beside: 'e-bookmarks-undo',
    async go(page) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('p')
      await goToItem(page, 5)
      for (const key of ['b', 'b']) await page.keyboard.press(key)
    },
  },
  {
    name: 'appearance',
    beside: 'g-appearance',
    async go(page) {
      await page.keyboard.press('Control+z')
      await page.keyboard.press('w')
      await page.evaluate(() => document.querySelector('main').scrollTo(0, 0))
    },
  },
  {
    name: 'dark',
    beside: 'k-reading-dark',
    async go(page) {
      await page.locator('input[value="lamp-uit"]').check({ force: true })
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'proof',
    beside: 'h-import',
    async go(page) {
      await page.keyboard.press('w')
      await page.locator('input[value="papier"]').check({ force: true })
      await page.keyboard.press('Escape')
      await paste(page, pasted)
    },
  },
  {
    name: 'library',
    beside: 'f-library',
    async go(page) {
      await keep(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('l')
      await page.getByRole('listitem').nth(1).waitFor()
    },
  },
  {
    name: 'import-many',
    beside: 'q-import-many',
    async go(page, home) {
      await drop(page, path.join(home, 'nieuwsbrieven.mbox'), mailbox())
      await page.getByRole('heading', { name: 'nieuwsbrieven.mbox' }).waitFor()
    },
  },
  {
    name: 'pictures',
    beside: 'p-pictures',
    async go(page, home) {
      await page.keyboard.press('Escape')
      await page.getByRole('main', { name: 'Bibliotheek' }).waitFor()
      const picture = await page.evaluate(drawKade)
      await drop(page, path.join(home, 'kade.eml'), picturedMail(picture))
      await page.getByRole('region', { name: 'Drukproef' }).waitFor()
      await keep(page)
      await page.getByText(/is toegevoegd/u).waitFor({ state: 'hidden', timeout: 60_000 })
    },
  },
  {
    name: 'found-notes',
    beside: 'n-auto-notes',
    async go(page) {
      await openFromLibrary(page, /accu’s krijgen/u)
      await page.keyboard.press('2')
      await page.getByRole('list', { name: 'Namen' }).first().waitFor()
    },
  },
  {
    name: 'word',
    beside: 'o-dictionary',
    async go(page) {
      await page.keyboard.press('1')
      await goToItem(page, 2)
      await page.keyboard.press('m')
      for (const key of ['o', ...Array(6).fill('ArrowRight'), 'Enter'])
        await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'narrow',
    beside: 'j-narrow-contents',
    width: 720,
    height: 600,
    async go(page) {
      await openBundled(page)
      await page.keyboard.press('i')
    },
  },
  {
    name: 'highlights',
    beside: 'l-highlights',
    async go(page) {
      await page.keyboard.press('Escape')
      await goToItem(page, 3)
      for (const key of ['m', '1', 'ArrowRight', '2', 'Escape', 'Shift+H', 'n'])
        await page.keyboard.press(key)
      await page.keyboard.type('Hoeveel mensen werken er dan nog?')
      for (const key of ['Escape', 'Shift+H', '#']) await page.keyboard.press(key)
      await page.keyboard.type('navragen,productie,')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'productie' }).waitFor()
    },
  },
  {
    name: 'desk',
    beside: 'm-desk',
    async go(page) {
      await page.keyboard.press('a')
      await page.locator('main article').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'question',
    beside: 'm-desk-question',
    async go(page) {
      await page.keyboard.press('/')
      await page.keyboard.type('batterij')
      await page.getByRole('button', { name: 'Deze vraag bewaren' }).click()
      await page.keyboard.press('Escape')
      await paste(page, later)
      await keep(page)
      await page.keyboard.press('a')
      await page.getByRole('button', { name: 'batterij' }).click()
      await page.getByRole('heading', { name: /^Nieuw sinds/u }).waitFor()
    },
  },
]

/** Brings a digest in by pasting it in the library, as far as its proof. */
async function paste(page, digest) {
  await page.keyboard.press('l')
  await page.getByRole('main', { name: 'Bibliotheek' }).waitFor()
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, digest)
  await page.getByRole('region', { name: 'Drukproef' }).waitFor()
}

/** Writes a file and drops it on the window. */
async function drop(page, file, content) {
  fs.writeFileSync(file, content)
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' })
    document.body.append(input)
  })
  await page.locator('#dropped').setInputFiles(file)
  await page.evaluate(() => {
    const input = document.querySelector('#dropped')
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(input.files[0])
    input.remove()
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
  })
}

/** Draws two sheds on still water, in the page; a PNG in base64. */
function drawKade() {
  const [width, height] = [1200, 640]
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paint = canvas.getContext('2d')
  const fill = (color, ...points) => {
    paint.fillStyle = color
    paint.beginPath()
    for (const [x, y] of points) paint.lineTo(x, y)
    paint.fill()
  }
  const sky = paint.createLinearGradient(0, 0, 0, height)
  for (const [at, color] of [
    [0, '#6f8791'],
    [0.6, '#f2cf93'],
    [0.62, '#8a9aa0'],
    [1, '#3e5561'],
  ])
    sky.addColorStop(at, color)
  paint.fillStyle = sky
  paint.fillRect(0, 0, width, height)
  for (const left of [120, 420])
    fill(
      '#3a3835',
      [left, 400],
      [left, 260],
      [left + 130, 190],
      [left + 260, 260],
      [left + 260, 400],
    )
  fill('#f6d48f', [180, 400], [180, 320], [300, 320], [300, 400])
  fill('#2c2b29', [80, 400], [760, 400], [760, 424], [80, 424])
  return canvas.toDataURL('image/png').split(',')[1]
}

async function keep(page) {
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await page.locator('article').first().waitFor()
}

/** Opens the edition that comes with the program. */
async function openBundled(page) {
  await openFromLibrary(page, /^Chinese auto/u)
  await page.locator('article').nth(12).waitFor()
}

async function openFromLibrary(page, title) {
  if (!(await page.getByRole('main', { name: 'Bibliotheek' }).isVisible()))
    await page.keyboard.press('l')
  await page.getByRole('listitem', { name: title }).getByRole('button').first().click()
  await page.locator('article').first().waitFor()
}

async function goToItem(page, number) {
  const contents = page.getByRole('navigation', { name: 'Inhoud' })
  const name = (
    await contents
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  ).find(
    (label) =>
      label !== null && (label === `Bericht ${number}` || label.startsWith(`Bericht ${number},`)),
  )
  await contents.getByRole('button', { name, exact: true }).click()
}

/** Puts two pictures side by side (or scales one) with Electron's own image code: rows of BGRA are copied. */
async function compose(program, pictures, scale) {
  const encoded = pictures.map((picture) => picture.toString('base64'))
  const result = await program.evaluate(
    ({ nativeImage }, { images, factor }) => {
      const shown = images.map((image) => {
        const whole = nativeImage.createFromBuffer(Buffer.from(image, 'base64'))
        const width = Math.round(whole.getSize().width * factor)
        return whole.resize({ width, quality: 'best' })
      })
      const sizes = shown.map((image) => image.getSize())
      const width = sizes.reduce((sum, size) => sum + size.width, 0)
      const height = Math.max(...sizes.map((size) => size.height))
      const canvas = Buffer.alloc(width * height * 4, 255)
      let left = 0
      for (const [index, image] of shown.entries()) {
        const size = sizes[index]
        const bitmap = image.toBitmap()
        for (let row = 0; row < size.height; row++)
          bitmap.copy(
            canvas,
            (row * width + left) * 4,
            row * size.width * 4,
            (row + 1) * size.width * 4,
          )
        left += size.width
      }
      return nativeImage.createFromBitmap(canvas, { width, height }).toPNG().toString('base64')
    },
    { images: encoded, factor: scale },
  )
  return Buffer.from(result, 'base64')
}

await runMain(async () => {
  const runtime = await setUp({ display: 'virtual' })
  const { _electron } = await import('@playwright/test')
  const server = await startVirtualDisplay()
  const home = isRoot()
    ? ordinaryFolder('leeslamp-pictures-')
    : fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-pictures-'))
  const { executable, program: folder } = launcher(runtime.path, home)
  const profile = path.join(home, 'profile')
  const program = await _electron.launch({
    executablePath: executable,
    args: [folder, '--lang=nl', `--user-data-dir=${profile}`, '--force-device-scale-factor=2'],
    chromiumSandbox: true,
    env: { ...process.env, DISPLAY: server.display },
  })
  const page = await program.firstWindow()
  await page.locator('article').first().waitFor()
  const resize = (width, height) =>
    program.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
      { width, height },
    )
  const beside = fs.existsSync(design)
  fs.mkdirSync(path.join(target, 'beside-design'), { recursive: true })
  await resize(1280, 800)
  // What a reader of a few weeks would have: editions, bookmarks and a note.
  for (const digest of earlier) {
    await paste(page, digest)
    await keep(page)
  }
  await openBundled(page)
  await page.getByText(/is toegevoegd/u).waitFor({ state: 'hidden', timeout: 60_000 })
  for (const number of [2, 6, 8]) {
    await goToItem(page, number)
    await page.keyboard.press('b')
  }
  await goToItem(page, 1)
  await page.keyboard.press('n')
  await page.keyboard.type('Vergelijk met de raming van **vorig jaar**.')
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.querySelector('main').scrollTo(0, 0))
  for (const { name, beside: other, width = 1280, height = 800, go } of views) {
    await resize(width, height)
    await go(page, home)
    await page.mouse.move(0, 0)
    await page.waitForTimeout(500)
    const picture = await page.screenshot()
    fs.writeFileSync(path.join(target, `${name}.png`), await compose(program, [picture], kept))
    if (beside) {
      const both = [picture, fs.readFileSync(path.join(design, `${other}.png`))]
      fs.writeFileSync(
        path.join(target, 'beside-design', `${name}.png`),
        await compose(program, both, kept),
      )
    }
    tell(`${name}.png`)
  }
  await program.close()
  server.stop()
  fs.rmSync(home, { recursive: true, force: true })
  return 0
})

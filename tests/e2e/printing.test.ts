// On paper: the PDF is read back with pdftotext.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { makeEdition } from '../fixtures/make-library.ts'
import {
  atRest,
  expect,
  parts,
  profileFolder,
  profileWithLibrary,
  type Program,
} from './program.ts'
import { startShared, test } from './shared.ts'

/** What the system's dialog answers from now on. */
function answerWith({ app }: Program, file: string | null): Promise<void> {
  return app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: answer === null, filePath: answer ?? '' })
  }, file)
}

/** Saves the open edition as a PDF; where it stands. */
async function savedPdf(
  program: Program,
  choose?: (dialog: ReturnType<Program['page']['getByRole']>) => Promise<void>,
): Promise<string> {
  const { page } = program
  const file = path.join(profileFolder(), 'uit.pdf')
  await answerWith(program, file)
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: 'Afdrukken of PDF' })
  await choose?.(dialog)
  await dialog.getByRole('button', { name: 'PDF bewaren' }).click()
  await expect(page.getByText(`PDF bewaard in ${file}`)).toBeVisible()
  return file
}

/** The words of a PDF, page by page. */
function pagesOf(file: string): readonly string[] {
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

/** The foot of a page of A4 begins here, in points; text ends a little above it. */
const foot = 780
/** Four lines, and the sources below them. */
const fewestLines = 93

/** The words above the feet, as they go on from page to page. */
function textOf(file: string): string {
  const aboveFoot = ['-r', '72', '-x', '0', '-y', '0', '-W', '600', '-H', String(foot)]
  return execFileSync('pdftotext', [...aboveFoot, file, '-'], { encoding: 'utf8' })
}

/** Where the text of each page ends, above its foot, in points. */
function endsOf(file: string): readonly number[] {
  const words = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
  const pages = words.split('<page ').slice(1)
  return pages.map((page) => {
    const ends = [...page.matchAll(/yMax="([\d.]+)"/gu)].map(([, end]) => Number(end))
    return Math.max(...ends.filter((end) => end < foot))
  })
}

/** How light each point of the first page is: 0 is black, 255 is white. */
function lightness(file: string): Buffer {
  const image = execFileSync('pdftoppm', ['-gray', '-r', '20', '-l', '1', file])
  const [head = ''] = /^P5\s+\d+\s+\d+\s+\d+\s/u.exec(image.toString('latin1')) ?? []
  return image.subarray(head.length)
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
/** Lines break elsewhere on paper, and pdftotext joins a word whose own hyphen stands at the end of one. */
const letters = (text: string): string => text.replaceAll(/[\s\u00AD-]+/gu, '')

/** What stays on the screen as it was. */
function standing({ page }: Program): Promise<unknown> {
  return page.evaluate(() => ({
    top: document.querySelector('main')?.scrollTop,
    focus: document.activeElement?.getAttribute('data-item'),
    theme: document.documentElement.dataset.theme,
    view: document.querySelector<HTMLInputElement>('header input:checked')?.value,
    contents: document.querySelector('nav') !== null,
    title: document.title,
    paper: document.querySelectorAll('.paper').length,
  }))
}

// The tools that read a PDF, and folders that may not be written in, are a matter of Linux.
if (process.platform === 'linux') {
  test('saves the whole edition as a PDF, with numbered pages and without the interface', async ({
    program,
  }) => {
    const { page } = program
    const { articles } = parts(page)
    const items = await articles.evaluateAll((all) =>
      all.map((item) => ({
        text: item.querySelector('.text')?.textContent ?? '',
        sources: [...item.querySelectorAll('.source')].map((one) => one.textContent.trim()),
      })),
    )
    const headings = await page
      .locator('main h1, main h2')
      .evaluateAll((all) => all.map((heading) => heading.textContent))
    const file = await savedPdf(program)
    const pages = pagesOf(file)
    const printed = letters(textOf(file))
    for (const { text, sources } of items) {
      expect(printed).toContain(letters(text))
      for (const source of sources) expect(printed).toContain(letters(source).toUpperCase())
    }
    for (const heading of headings) expect(printed).toContain(letters(heading))
    expect(pages.join(' ')).not.toContain('\u00AD')
    expect(pages.length).toBeGreaterThan(3)
    // An item goes on overleaf rather than leave a page half empty.
    for (const end of endsOf(file).slice(0, -1)) expect(end).toBeGreaterThan(foot - fewestLines)
    for (const [index, words] of pages.entries()) {
      expect(inOneLine(words)).toMatch(/Techtrends, .*juli 2024/u)
      expect(words.split('\n').map((line) => line.trim())).toContain(String(index + 1))
    }
    for (const word of ['Zoeken', 'Bibliotheek', 'Inhoud', 'toetsen', 'Bladwijzer', 'Origineel'])
      expect(pages.join(' ')).not.toContain(word)
    // Nothing of it asked a network, not even in vain.
    const { refused } = await page.evaluate(() => window.desktop.offline.proof())
    expect(refused).toBe(0)
  })

  test('place, focus, view, contents and theme are what they were after printing', async ({
    program,
  }) => {
    const { page } = program
    await page.keyboard.press('t')
    await page.keyboard.press('t')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'lamp-uit')
    await parts(page).view('Naast elkaar').check()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('i')
    await expect(parts(page).contents).toBeHidden()
    // What the program finds comes a moment after the text.
    await expect(page.locator('.found').first()).toBeAttached()
    // The text stands where the contents left room for it.
    await atRest(page)
    const before = await standing(program)
    await savedPdf(program)
    // What the layout for paper set off would have come by now.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await atRest(page)
    expect(await standing(program)).toEqual(before)
  })

  test('paper is the same at every scale of the window', async ({ program }) => {
    const { page } = program
    const before = pagesOf(await savedPdf(program))
    await page.keyboard.press('w')
    await page.getByRole('radio', { name: '200' }).check()
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640)
    expect(pagesOf(await savedPdf(program))).toEqual(before)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640)
  })

  test('own notes go along when the reader wants them to, and that is remembered', async () => {
    const program = await startShared()
    const { page } = program
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page.keyboard.type('Vergelijk dit met **vorig jaar**.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('#')
    await page.getByRole('combobox', { name: 'Trefwoorden' }).fill('jaarcijfers, terugblik,')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page.keyboard.type('Deze kanttekening is lang en blijft heel. '.repeat(40))
    const own = 'Met mijn notities'
    const withNotes = inOneLine(pagesOf(await savedPdf(program)).join(' '))
    expect(withNotes).toContain('Vergelijk dit met vorig jaar.')
    expect(withNotes).toContain('Trefwoorden: jaarcijfers, terugblik')
    expect(withNotes.match(/kanttekening/gu)).toHaveLength(40)
    const without = await savedPdf(program, (dialog) =>
      dialog.getByRole('checkbox', { name: own }).uncheck(),
    )
    expect(inOneLine(pagesOf(without).join(' '))).not.toMatch(/Vergelijk dit|kanttekening/u)
    await program.close()
    const again = await startShared({ profile: program.profile })
    const once = await savedPdf(again, async (dialog) => {
      await expect(dialog.getByRole('checkbox', { name: own })).not.toBeChecked()
      await dialog.getByRole('checkbox', { name: 'Met de notities van de redactie' }).check()
    })
    expect(inOneLine(pagesOf(once).join(' '))).toContain('AlixPartners expects')
    await again.close()
  })

  test('an edition of 300 items is printed whole, whatever is filtered, in a dark theme and in black', async () => {
    const bundle = makeEdition(3, { items: 300 })
    const program = await startShared({ profile: profileWithLibrary(0, [bundle]) })
    const { page } = program
    await page.keyboard.press('l')
    const list = page.getByRole('main', { name: 'Bibliotheek' })
    await list.getByRole('button', { name: bundle.edition.title }).first().click()
    await expect(parts(page).articles).toHaveCount(300)
    await page.keyboard.press('t')
    await page.keyboard.press('t')
    await parts(page).articles.first().locator('.source').click()
    await expect(parts(page).articles).not.toHaveCount(300)
    const file = await savedPdf(program)
    const printed = letters(textOf(file))
    const items = bundle.edition.sections.flatMap((section) => section.items)
    for (const { text } of items) expect(printed).toContain(letters(text))
    const points = [...lightness(file)]
    expect(points.filter((point) => point === 255).length / points.length).toBeGreaterThan(0.6)
    expect(points[0]).toBe(255)
    await program.close()
  })

  test('a folder that may not be written in is told in a sentence, and a reader who changes their mind hears nothing', async ({
    program,
  }) => {
    const { page } = program
    const folder = path.join(profileFolder(), 'dicht')
    fs.mkdirSync(folder, { mode: 0o555 })
    await answerWith(program, path.join(folder, 'uit.pdf'))
    const save = page.getByRole('button', { name: 'PDF bewaren' })
    await page.keyboard.press('Control+p')
    await save.click()
    await expect(
      page.getByText('Op die plaats mag Leeslamp niet schrijven. Er is niets veranderd'),
    ).toBeVisible()
    expect(fs.readdirSync(folder)).toEqual([])
    await page.keyboard.press('Escape')
    await answerWith(program, null)
    await page.keyboard.press('Control+p')
    await save.click()
    await expect(page.locator('.paper')).toHaveCount(0)
    await expect(page.locator('.toast')).toHaveCount(0)
  })
}

test('hands the edition to the system’s dialog for printers, and says when that fails', async ({
  program,
}) => {
  const { page, app } = program
  const answer = (ok: boolean, why: string): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, given) => {
        const [window] = BrowserWindow.getAllWindows()
        if (window === undefined) return
        window.webContents.print = (_options, done) => done?.(given.ok, given.why)
      },
      { ok, why },
    )
  const print = page.getByRole('dialog').getByRole('button', { name: 'Afdrukken' })
  for (const [ok, why] of [
    [true, ''],
    [false, 'Print job canceled'],
  ] as const) {
    await answer(ok, why)
    await page.keyboard.press('Control+p')
    await print.click()
    await expect(page.locator('.paper')).toHaveCount(0)
    await expect(page.locator('.toast')).toHaveCount(0)
  }
  await answer(false, 'Print job failed')
  await page.keyboard.press('Control+p')
  await print.click()
  await expect(page.getByText('Afdrukken is niet gelukt.')).toBeVisible()
})

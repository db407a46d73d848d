import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { bounds } from '../bounds.ts'
import { besideProject, lackOf } from '../fixtures/beside.ts'
import {
  aPlace,
  copiedProgram,
  expect,
  killProgram,
  openLibrary,
  parts,
  profileFolder,
  profileWithLibrary,
  setPatience,
  recordsIn,
  startAgain,
  startProgram,
  tellingProgram,
  written,
} from './program.ts'
import { startShared, test } from './shared.ts'
import { makeEdition } from '../fixtures/make-library.ts'

function dataFiles(profile: string): string[] {
  const folder = path.join(profile, 'reader-data')
  return fs.readdirSync(folder).map((name) => path.join(folder, name))
}

/** A profile in which item 2 is bookmarked and the text is one size bigger. */
async function usedProfile(): Promise<string> {
  const program = await startShared()
  await parts(program.page).bookmark(1).click()
  await program.page.keyboard.press('Control++')
  await written(program.profile, /bookmark:/u)
  await program.close()
  return program.profile
}

test('a renderer that crashes is loaded again at the same place, with a sentence', async () => {
  const program = await startProgram()
  const { page, app } = program
  // All items, so that the page is long enough.
  await expect(parts(page).articles).toHaveCount(13)
  await parts(page).main.evaluate((element) => {
    element.scrollTop = 1_200
  })
  await written(program.profile, aPlace)
  const reloaded = app.waitForEvent('window', { timeout: bounds.attempt }).catch(() => page)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await reloaded
  // Playwright's own page ends with its renderer, so the new one is asked through the main process.
  const state = (): Promise<{ top: number; text: string }> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const script = `({ top: document.querySelector('main')?.scrollTop ?? -1, text: document.querySelector('.notices')?.textContent ?? '' })`
      return (await contents?.executeJavaScript(script)) as { top: number; text: string }
    })
  await expect.poll(async () => (await state()).text).toContain('was vastgelopen')
  await expect.poll(async () => Math.abs((await state()).top - 1_200)).toBeLessThan(60)
})

test('a damaged data file: the program opens, says so, and keeps what can be read', async () => {
  const profile = await usedProfile()
  const journal =
    dataFiles(profile)
      .filter((file) => /journal-\d+\.jsonl$/u.test(file))
      .at(-1) ?? ''
  const bytes = fs.readFileSync(journal)
  const lines = bytes.toString('utf8').split('\n')
  const last = lines.findLastIndex((line) => line.includes('"settings"'))
  expect(last).toBeGreaterThanOrEqual(0)
  lines[last] = lines[last]?.replace('"settings"', '"sett1ngs"') ?? ''
  fs.writeFileSync(journal, lines.join('\n'))
  const program = await startShared({ profile })
  await expect(
    program.page.getByText('Een deel van uw bewaarde gegevens was beschadigd'),
  ).toBeVisible()
  await expect(parts(program.page).bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  expect(dataFiles(profile).some((file) => path.basename(file).startsWith('damaged-'))).toBe(true)
  await program.close()
})

test('settings that make no sense give way to the defaults; the rest stays', async () => {
  const profile = await usedProfile()
  const first = await startShared({ profile })
  // The page's own call is checked by its schema, so the nonsense is put in as an older or foreign program would.
  await first.app.evaluate(() => undefined)
  await first.close()
  const { openReaderDataStore } =
    await import('../../electron/services/reader-data/reader-data-store.ts')
  const store = openReaderDataStore({ folder: path.join(profile, 'reader-data') })
  expect(store.put('settings', { kind: 'settings', theme: 'paars' })).toEqual({ ok: true })
  store.close()
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '65534:65534', profile])
  const program = await startShared({ profile })
  await expect(program.page.getByText('Uw instellingen waren niet leesbaar')).toBeVisible()
  await expect(parts(program.page).bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await program.close()
})

test('a profile folder that cannot be written: reading, searching and export go on, and the reader is told', async () => {
  const profile = await usedProfile()
  execFileSync('chmod', ['-R', 'a-w', profile])
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '0:0', profile])
  execFileSync('chmod', ['-R', 'a+rX', profile])
  const program = await startProgram({ profile })
  const { page } = program
  await expect(
    page.getByText('In de gegevensmap kan niet worden geschreven.').first(),
  ).toBeVisible()
  await expect(parts(page).bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await parts(page).bookmark(2).click()
  await expect(page.getByText('Wat u nu schrijft of bewaart, gaat verloren')).toBeVisible()
  await expect(parts(page).bookmark(2)).toHaveAttribute('aria-pressed', 'false')
  await parts(page).search.fill('drones')
  await expect(parts(page).hits.first()).toBeVisible()
  await program.close()
  execFileSync('chmod', ['-R', 'u+w', profile])
})

// A small disk is mounted by root; the fault suite has this row for every user.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  test('a full disk: the reader is told, what was kept stays, and writing goes on by itself', async () => {
    const profile = profileFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,uid=65534,gid=65534', 'tmpfs', profile])
    const program = await startProgram({ profile })
    try {
      const { page } = program
      await parts(page).bookmark(0).click()
      const filler = path.join(profile, 'filler')
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'])
      spawnSync('dd', ['if=/dev/zero', `of=${filler}2`, 'bs=512'])
      // The last page of a file may have room for a few records more.
      const full = page.getByText('De schijf is vol.')
      const isKept = (index: number): Promise<string | null> =>
        parts(page).bookmark(index).getAttribute('aria-pressed')
      let last = 0
      do {
        await parts(page).bookmark(++last).click()
        const isWritten = (): boolean =>
          (recordsIn(profile).match(/"put":"bookmark:/gu)?.length ?? 0) > last
        await expect.poll(async () => isWritten() || (await full.isVisible())).toBe(true)
      } while (last < 12 && (await isKept(last)) === 'true')
      await expect(full).toBeVisible()
      await expect(parts(page).bookmark(last)).toHaveAttribute('aria-pressed', 'false')
      for (let kept = 0; kept < last; kept++)
        await expect(parts(page).bookmark(kept)).toHaveAttribute('aria-pressed', 'true')
      // What is written on a full disk is written as soon as there is room, also when its editor is closed.
      await page.keyboard.press('n')
      const box = page.getByRole('textbox', { name: 'Eigen notitie' })
      await box.fill('Geschreven op een volle schijf. '.repeat(200))
      await expect(page.getByText('Niet bewaard')).toBeVisible()
      await box.press('Escape')
      fs.rmSync(filler)
      fs.rmSync(`${filler}2`)
      await expect(full).toBeHidden()
      await parts(page).bookmark(last).click()
      await expect(parts(page).bookmark(last)).toHaveAttribute('aria-pressed', 'true')
      await page.reload()
      await expect(page.getByText('Geschreven op een volle schijf').first()).toBeVisible()
    } finally {
      await killProgram(program)
      execFileSync('umount', ['-l', profile])
    }
  })
}

for (const [name, damage, sentence] of [
  [
    'is missing',
    (file: string) => fs.rmSync(file),
    'De editie die bij Leeslamp hoort, is niet gevonden.',
  ],
  [
    'is damaged',
    (file: string) => fs.truncateSync(file, 5_000),
    'is beschadigd en kan niet worden geopend',
  ],
] as const) {
  test(`the bundled edition ${name}: the program opens, says so, and what was kept is there`, async () => {
    const profile = await usedProfile()
    const folder = copiedProgram()
    damage(path.join(folder, 'out/editions/techtrends-2024-07.json'))
    const program = await startProgram({ profile, program: folder })
    const { page } = program
    await expect(page.getByText(sentence).first()).toBeVisible()
    await page.keyboard.press('p')
    await expect(parts(page).kept.locator('.entry')).toHaveCount(1)
    await parts(page).kept.locator('.entry .go').click()
    await expect(page.getByText('Deze editie staat niet in uw bibliotheek')).toBeVisible()
    await program.close()
    const whole = await startShared({ profile })
    await expect(parts(whole.page).bookmark(1)).toHaveAttribute('aria-pressed', 'true')
    await whole.close()
  })
}

for (const [name, damage] of [
  ['missing', (file: string) => fs.rmSync(file)],
  ['cut off', (file: string) => fs.truncateSync(file, 9_000)],
  [
    'changed',
    (file: string) =>
      fs.writeFileSync(file, fs.readFileSync(file, 'latin1').replace('drones', 'dronez'), 'latin1'),
  ],
] as const) {
  test(`a search index that is ${name} is made anew, with a sentence`, async () => {
    const folder = copiedProgram()
    damage(path.join(folder, 'out/editions/search-index.segment'))
    const program = await startProgram({ program: folder })
    const { page } = program
    await parts(page).search.fill('drones')
    await expect(parts(page).hits.first()).toBeVisible()
    await expect(page.getByText('De zoekindex ontbrak of was beschadigd')).toBeVisible()
    await program.close()
  })
}

test('a second start focuses the first and does not write beside it', async () => {
  const { profile, page } = await startProgram()
  expect(await startAgain(profile)).toBe(0)
  await parts(page).bookmark(0).click()
  await expect(parts(page).bookmark(0)).toHaveAttribute('aria-pressed', 'true')
})

/** A digest of one item, in a file beside the profile. */
function aDigest(profile: string): string {
  const file = path.join(profile, 'weekblad-2025-03.txt')
  const long =
    'De gemeenteraad besprak de vrijwilligersorganisatie en de verantwoordelijkheidsverdeling bij de buurtbibliotheek. '
  fs.writeFileSync(
    file,
    `Weekblad. ‘Een nieuw zwembad voor de stad’\n\nDeze week gaat het over de bibliotheek. We eindigen bij het zwembad. Er is ook nog ander nieuws.\n\n*${long.repeat(4)}Courant\n\nEen nieuw zwembad\n\n${long.repeat(3)}Bode\n`,
  )
  return file
}

test('a second start with a digest opens it in the window, and what was being written is kept where it belongs', async () => {
  const { page, profile } = await startProgram()
  const { articles, kept, search, view } = parts(page)
  await view('Notities').check()
  await articles.first().getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('Navragen bij de loodsdienst')
  const file = aDigest(profile)
  expect(await startAgain(profile, [`--edition=${file}`])).toBe(0)
  await expect(articles).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: 'Eigen notitie' })).toHaveCount(0)
  await search.fill('loodsdienst')
  await expect(
    page.getByRole('group', { name: /^Chinese auto’s op weg .*, Uw notities$/u }),
  ).toBeVisible()
  await expect(parts(page).hits.first()).toContainText('Navragen bij de')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bewaard', exact: true }).click()
  await kept.getByRole('tab', { name: /notities/u }).click()
  await kept.getByRole('radio', { name: 'Alle edities' }).check()
  await expect(kept).toContainText('Navragen bij de loodsdienst')
})

test('a window that never says that it is painted is shown all the same, when patience ends', async () => {
  const program = copiedProgram()
  const main = path.join(program, 'out/main/index.cjs')
  const built = fs.readFileSync(main, 'utf8')
  expect(built).toContain('"ready-to-show"')
  fs.writeFileSync(main, built.replace('"ready-to-show"', '"never"'))
  for (const [patience, isShown] of [
    [1e8, false],
    [3_000, true],
  ] as const) {
    setPatience(program, 'paint', patience)
    const { app, close } = await startProgram({ program })
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
      )
      .toBe(isShown)
    await close()
  }
})

test('a page that never hears of its paint has all of its text all the same', async () => {
  const deaf = 'globalThis.PerformanceObserver = class { observe() {} disconnect() {} }'
  const { program } = tellingProgram({ page: deaf })
  const { page, close } = await startProgram({ program })
  await expect(parts(page).articles).toHaveCount(13)
  await close()
})

for (const [answer, name] of [
  [0, 'is tried again when the reader wants that'],
  [1, 'is closed when the reader wants that'],
] as const) {
  test(`a window that goes on crashing is left after three times, and ${name}`, async () => {
    const { app } = await startProgram()
    await app.evaluate(({ dialog, BrowserWindow }) => {
      const seen = { asked: 0, loads: 0, answer: null as ((response: number) => void) | null }
      Object.assign(globalThis, { seen })
      dialog.showMessageBox = () => {
        seen.asked++
        return new Promise((resolve) => {
          seen.answer = (response) => {
            resolve({ response, checkboxChecked: false })
          }
        })
      }
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.on('did-finish-load', () => {
        seen.loads++
        if (seen.asked === 0) contents.forcefullyCrashRenderer()
      })
      contents?.forcefullyCrashRenderer()
    })
    const ended = new Promise<void>((resolve) => {
      app.once('close', () => {
        resolve()
      })
    })
    const seen = (): Promise<{ asked: number; loads: number }> =>
      app.evaluate(() => {
        const { asked, loads } = (
          globalThis as unknown as { seen: { asked: number; loads: number } }
        ).seen
        return { asked, loads }
      })
    await expect.poll(seen).toEqual({ asked: 1, loads: 3 })
    const give = (response: number): Promise<void> =>
      app.evaluate((_electron, given) => {
        ;(globalThis as unknown as { seen: { answer: (response: number) => void } }).seen.answer(
          given,
        )
      }, response)
    if (answer === 1) {
      await give(answer).catch(() => undefined) // the program may end before it says so
      await ended
      return
    }
    await give(answer)
    // A page that is gone never answers: it is asked once it is there again.
    await expect.poll(seen).toEqual({ asked: 1, loads: 4 })
    const articles = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.querySelectorAll('article').length",
        ),
      )
    await expect.poll(articles).toBe(13)
  })
}

test('an edition that brought the window down is not opened again unasked, and that is told once', async () => {
  const made = makeEdition(1)
  const profile = profileWithLibrary(0, [made])
  const { app, page } = await startProgram({ profile })
  await page.evaluate((id) => window.desktop.library.open(id), made.edition.id)
  await written(profile, new RegExp(`"open-edition".*${made.edition.id}`, 'u'))
  const ended = new Promise<void>((resolve) => {
    app.once('close', () => {
      resolve()
    })
  })
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('did-finish-load', () => {
      contents.forcefullyCrashRenderer()
    })
    contents?.forcefullyCrashRenderer()
  })
  await ended
  for (const isTold of [true, false]) {
    const next = await startProgram({ profile })
    const { main } = parts(next.page)
    await expect(main.getByRole('heading', { level: 1 })).not.toHaveText(made.edition.title)
    const told = next.page.getByText(`Het venster liep steeds vast bij ‘${made.edition.title}’`)
    await expect(told).toHaveCount(isTold ? 1 : 0)
    await next.close()
  }
})

test('a library that is gone as a whole is told of at the start and in the library', async () => {
  const profile = profileWithLibrary(2)
  const sentence = 'De map met uw edities is weg of leeg'
  const before = await startShared({ profile })
  await written(profile, /"had-editions"/u)
  await expect(before.page.getByText(sentence)).toHaveCount(0)
  await before.close()
  fs.renameSync(path.join(profile, 'library'), path.join(profile, 'elders'))
  const program = await startShared({ profile })
  const { page } = program
  await expect(page.locator('.notices').getByText(sentence)).toBeVisible()
  await page.locator('.notices').getByRole('button').click()
  await openLibrary(page)
  const told = page.getByText(sentence)
  await expect(told).toHaveCount(1)
  await expect(told).toContainText(path.join(profile, 'library'))
  await program.close()
})

for (const [name, content, sentence] of [
  ['that is missing', null, 'is niet gevonden. Er is niets veranderd'],
  ['that is empty', '', 'is leeg. Er is niets veranderd'],
  [
    'that is no text',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x9f, 0x92, 0x96]),
    'is geen tekst in UTF-8',
  ],
] as const) {
  test(`a digest ${name}: one sentence, and the bundled edition opens`, async () => {
    const profile = profileFolder()
    const file = path.join(profile, 'editie.txt')
    if (content !== null) fs.writeFileSync(file, content)
    const program = await startShared({ profile, args: [`--edition=${file}`] })
    await expect(program.page.getByText(`editie.txt ${sentence}`)).toBeVisible()
    await expect(parts(program.page).articles).toHaveCount(13)
    await program.close()
  })
}

test('opens a plain-text digest of one’s own, hyphenated and searchable', async () => {
  const profile = profileFolder()
  const file = aDigest(profile)
  const program = await startShared({ profile, args: [`--edition=${file}`] })
  const { page } = program
  await expect(parts(page).articles).toHaveCount(2)
  expect(await parts(page).articles.first().locator('.text').innerText()).toContain('\u00AD')
  await parts(page).search.fill('zwembad')
  await expect(parts(page).hits.first()).toBeVisible()
  await parts(page).view('Notities').check()
  await expect(page.getByText('Bij deze editie zitten geen leesnotities.')).toHaveCount(0)
  await expect(page.getByText('heeft Leeslamp zelf')).toBeVisible()
  await program.close()
})

test('opens the sample digest with the structure that stands beside it', async () => {
  const lack = lackOf('digests/techtrends-2024-07.txt', 'digests/techtrends-2024-07.expected.json')
  test.skip(lack !== null, lack ?? '')
  const sample = besideProject('digests/techtrends-2024-07.txt')
  const expected = JSON.parse(
    fs.readFileSync(sample.replace('.txt', '.expected.json'), 'utf8'),
  ) as {
    title: string
    sections: { heading: string | null; items: { firstWords: string; sources: string[] }[] }[]
  }
  const profile = profileFolder()
  const file = path.join(profile, path.basename(sample))
  fs.copyFileSync(sample, file)
  fs.chmodSync(file, 0o644)
  const program = await startShared({ profile, args: [`--edition=${file}`] })
  const { page } = program
  const { main, articles } = parts(page)
  const items = expected.sections.flatMap((section) => section.items)
  await expect(articles).toHaveCount(items.length)
  const headings = (level: number): Promise<string[]> =>
    main
      .getByRole('heading', { level })
      .evaluateAll((all) =>
        all.map((one) => one.textContent.replaceAll('\u00AD', '').replace(/^\d+/u, '')),
      )
  // The series stands beside the title, and not in it too.
  await expect.poll(() => headings(1)).toEqual([expected.title.replace('Techtrends. ', '')])
  await expect
    .poll(() => headings(2))
    .toEqual(expected.sections.flatMap(({ heading }) => heading ?? []))
  for (const [index, { firstWords, sources }] of items.entries()) {
    await expect(articles.nth(index)).toHaveAccessibleName(firstWords)
    await expect(
      articles.nth(index).getByRole('list', { name: 'Bronnen' }).getByRole('button'),
    ).toHaveText(sources)
  }
  await program.close()
})

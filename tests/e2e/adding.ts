// Adding editions as a reader does: the system's dialogs, and what the library then holds.
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, openLibrary } from './program.ts'

/** Writes files into a folder of the program's user. */
export function written(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): string[] {
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o777)
  return Object.entries(files).map(([name, content]) => {
    fs.writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  })
}

/** Makes the system's dialogs choose these. */
function willChoose(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, paths)
}

export async function add(
  page: Page,
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await willChoose(app, paths)
  await openLibrary(page)
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
}

export async function follow(page: Page, app: ElectronApplication, folder: string): Promise<void> {
  await willChoose(app, [folder])
  await openLibrary(page)
  await page.getByRole('button', { name: 'Map volgen' }).click()
  await expect(folderOf(page)).toContainText(path.basename(folder))
  await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeFocused()
}

export const folderOf = (page: Page): Locator => page.getByRole('region', { name: 'Gevolgde map' })
export const countOf = (page: Page, count: number): Promise<void> =>
  expect(page.getByText(`${String(count)} edities`, { exact: true })).toBeVisible()
/** The editions that a library holds on the disk. */
export const onDisk = (profile: string): string[] =>
  fs.readdirSync(path.join(profile, 'library')).filter((name) => /@\d+\.json$/u.test(name))

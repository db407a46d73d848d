// What a test does to take along what was kept.
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from './program.ts'

/** What the system's dialogs for files answer from now on. */
export function answerDialogs(app: ElectronApplication, file: string): Promise<void> {
  return app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, file)
}

/**
 * @param button by which the dialog saves in this form
 * @param file where to; one that no export went to before, so that what is told is of this one
 */
export async function exportAs(
  page: Page,
  form: string,
  button: string,
  file: string,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Exporteren' })
  await page.keyboard.press('Control+Shift+E')
  await dialog.getByRole('radio', { name: form, exact: true }).check()
  await dialog.getByRole('button', { name: button }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(`Geëxporteerd naar ${file}`)).toBeVisible()
}

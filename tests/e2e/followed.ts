// A program that follows a folder, into which a test puts later versions of an edition.
import fs from 'node:fs'
import path from 'node:path'
import { openLibrary, profileFolder, type Program } from './program.ts'
import { startShared } from './shared.ts'

/** Opens the first revision from a followed folder; `bring` puts a later one into it. */
export async function followed(
  first: Buffer,
): Promise<Program & { readonly bring: (name: string, bytes: Buffer) => void }> {
  const profile = profileFolder()
  const inbox = path.join(profile, 'Postvak')
  fs.mkdirSync(inbox)
  fs.chmodSync(inbox, 0o777)
  fs.writeFileSync(path.join(inbox, 'week.editie'), first)
  const program = await startShared({ profile })
  const { page, app } = program
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, inbox)
  const library = await openLibrary(page)
  await page.getByRole('button', { name: 'Map volgen' }).click()
  await library.getByRole('button', { name: 'Het nieuws van de week' }).first().click()
  const bring = (name: string, bytes: Buffer): void =>
    fs.writeFileSync(path.join(inbox, name), bytes)
  return { ...program, bring }
}

// Keeps the picture of a cell that breaks a rule.
import fs from 'node:fs'
import path from 'node:path'
import type { Program } from '../program.ts'

/** Where the picture of a cell goes that breaks a rule: the window's own, which a scaled page does not crop. */
export async function keepPicture({ app }: Program, name: string): Promise<void> {
  const folder = path.join(import.meta.dirname, '../../../test-results/walk')
  fs.mkdirSync(folder, { recursive: true })
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const shown = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return shown?.toPNG().toString('base64') ?? ''
  })
  const file = path.join(folder, `${name.replaceAll(/[^\w-]+/gu, '_')}.png`)
  fs.writeFileSync(file, Buffer.from(picture, 'base64'))
}

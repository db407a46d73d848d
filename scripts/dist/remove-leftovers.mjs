// A hook of electron-builder: an unpacked Electron holds a program of its own and a note of its version, which it would
// leave in the installed program.
import fs from 'node:fs'
import path from 'node:path'

/** @param {{ appOutDir: string, electronPlatformName: string }} context where Electron was copied to, and for which system */
export default function removeLeftovers({ appOutDir, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  for (const name of ['version', `${resources}/default_app.asar`])
    fs.rmSync(path.join(appOutDir, name), { recursive: true, force: true })
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { mustRun } from '../../fixtures/a-release.ts'
import { skipBesideLinux } from '../skip-without.ts'

const root = path.join(import.meta.dirname, '../../..')
const settings = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')

/** The lines of one part of the settings, without its comments. */
const part = (name: string): string[] => {
  const [, lines = ''] = new RegExp(`^${name}:\\n((?: .*\\n)*)`, 'mu').exec(settings) ?? []
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

it('signs an unsigned program for a Mac anew when its fuses are set', () => {
  expect(part('electronFuses')).toContain('resetAdHocDarwinSignature: true')
})

it('registers the scheme on Windows for whom it is installed, and takes it away again', (context) => {
  skipBesideLinux(context)
  expect(part('nsis')).toContain('include: resources/windows/installer.nsh')
  const templates = path.join(root, 'node_modules/app-builder-lib/templates/nsis')
  const calls = (name: string): string => fs.readFileSync(path.join(templates, name), 'utf8')
  expect(calls('installSection.nsh')).toContain('!insertmacro customInstall\n')
  expect(calls('uninstaller.nsh')).toContain('!insertmacro customUnInstall\n')

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-nsis-'))
  const script = path.join(folder, 'leeslamp.nsi')
  fs.writeFileSync(
    script,
    `Unicode true\n!include LogicLib.nsh\n!include ${path.join(root, 'resources/windows/installer.nsh')}
!define APP_EXECUTABLE_FILENAME Leeslamp.exe\nVar appExe\nName Leeslamp\nOutFile ${folder}/leeslamp.exe
Section\nStrCpy $appExe "$INSTDIR\\Leeslamp.exe"\n!insertmacro customInstall\nWriteUninstaller $INSTDIR\\u.exe\nSectionEnd
Section Uninstall\n!insertmacro customUnInstall\nSectionEnd\n`,
  )
  mustRun('makensis', ['-V2', '-WX', script])
  const [, installed = '', removed = ''] = mustRun('makensis', ['-V2', '-PPO', script]).split(
    /^Section(?: Uninstall)?$/mu,
  )
  fs.rmSync(folder, { recursive: true })
  const scheme = String.raw`SHELL_CONTEXT "Software\Classes\leeslamp`
  const command = String.raw`${scheme}\shell\open\command" ""`
  for (const line of [`${scheme}" "URL Protocol" ""`, `${command} '"$appExe" "%1"'`])
    expect(installed).toContain(`WriteRegStr ${line}\n`)
  expect(removed).toContain(`DeleteRegKey ${scheme}"\n`)
  // Only where it is ours still.
  expect(removed).toMatch(
    /ReadRegStr \$R0 [^;]*\nStrCmp `\$R0` `"\$INSTDIR\\Leeslamp\.exe" "%1"` `` /u,
  )
})

import fs from 'node:fs'
import path from 'node:path'
import { Arch, Packager } from 'app-builder-lib'
import { getEffectiveOptions } from 'app-builder-lib/out/options/CommonWindowsInstallerConfiguration.js'
import { WinPackager } from 'app-builder-lib/out/winPackager.js'
import MsiTarget from 'app-builder-lib/out/targets/MsiTarget.js'
import { expect, it } from 'vitest'
import addScheme from '../../../../scripts/dist/msi-scheme.mjs'
import { mustRun } from '../../../fixtures/a-release.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { freshFolder, scripts } from './run-node.ts'

const folder = freshFolder()
const root = path.join(scripts, '..')

/** A program for Windows as electron-builder packs it. */
function aProgram(): string {
  const program = path.join(folder(), 'program')
  fs.mkdirSync(path.join(program, 'resources'), { recursive: true })
  for (const name of ['Leeslamp.exe', 'resources/app.asar'])
    fs.writeFileSync(path.join(program, name), 'MZ')
  return program
}

async function withScheme(project: string): Promise<string> {
  const file = path.join(folder(), 'project.wxs')
  fs.writeFileSync(file, project)
  await addScheme(file)
  return fs.readFileSync(file, 'utf8')
}

it('is part of the program in the project that electron-builder makes', async () => {
  const packager = new Packager({ projectDir: root, config: 'electron-builder.yml' })
  await packager.validateConfig()
  expect(packager.config.msiProjectCreated).toBe('./scripts/dist/msi-scheme.mjs')
  const windows = new WinPackager(packager)
  class Target extends MsiTarget {
    project(): Promise<string> {
      return this.writeManifest(aProgram(), Arch.x64, getEffectiveOptions(this.options, windows))
    }
  }
  const before = await new Target(windows, folder()).project()
  const parts = (await withScheme(before)).split(/(?=<Component[ >])/u)
  const changed = parts.filter((part) => part.includes('Software\\Classes\\leeslamp'))
  expect(changed).toHaveLength(1)
  expect(changed[0]).toContain('Id="mainExecutable"')
  expect(changed[0]).toMatch(/<\/File>.*<RegistryValue .*<\/Component>/su)
  expect(parts.join('').replaceAll(/<RegistryValue .*\n/gu, '')).toBe(before)
})

it('stands in the registry of an MSI that is made of it', async (context) => {
  skipBesideLinux(context)
  const project = await withScheme(`<?xml version="1.0"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="*" Name="leeslamp" Language="1033" Version="1.0.0" Manufacturer="A Test" UpgradeCode="8a9f0f8e-6a43-4c2e-9d55-9d5a3f5e7c11">
<Package InstallerVersion="500" Compressed="yes"/><Media Id="1" Cabinet="a.cab" EmbedCab="yes"/>
<Directory Id="TARGETDIR" Name="SourceDir"><Directory Id="INSTALLDIR" Name="leeslamp"><Component Id="a" Guid="*">
<File Id="mainExecutable" Source="${path.join(aProgram(), 'Leeslamp.exe')}" KeyPath="yes"/>
</Component></Directory></Directory><Feature Id="All" Level="1"><ComponentRef Id="a"/></Feature></Product></Wix>`)
  const [file, msi] = ['project.wxs', 'leeslamp.msi'].map((name) => path.join(folder(), name))
  fs.writeFileSync(file ?? '', project)
  mustRun('wixl', ['-o', msi ?? '', file ?? ''])
  const rows = mustRun('msiinfo', ['export', msi ?? '', 'Registry'])
    .replaceAll('\r', '')
    .split('\n')
  // Root 2 is HKEY_LOCAL_MACHINE.
  const values = rows.map((row) => row.split('\t').slice(1, 5).join('|'))
  for (const value of [
    '2|Software\\Classes\\leeslamp||URL:Leeslamp',
    '2|Software\\Classes\\leeslamp|URL Protocol|',
    '2|Software\\Classes\\leeslamp\\DefaultIcon||[#mainExecutable],0',
    '2|Software\\Classes\\leeslamp\\shell\\open\\command||"[#mainExecutable]" "%1"',
  ])
    expect(values).toContain(value)
})

it('is refused for a project without a program', async () => {
  await expect(withScheme('<Wix></Wix>')).rejects.toThrow(/names no program/)
})

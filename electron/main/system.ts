import path from 'node:path'
import { app } from 'electron'
import type { CallParts } from '../services/calls/desktop-calls.ts'
import type { Profile } from '../services/program/profile.ts'

/** The version of Electron in package.json (electron.vite.config.ts). */
declare const __ELECTRON_VERSION__: string

const platforms: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = {
  darwin: 'mac',
  win32: 'windows',
}

/** Where the profile is unless the command line names another; Electron makes this folder, and throws when it cannot. */
export function defaultProfileFolder(): string {
  try {
    return app.getPath('userData')
  } catch {
    return path.join(app.getPath('appData'), app.getName())
  }
}

export function describeSystem(
  { systemLanguage, organisation }: Pick<CallParts['system'], 'systemLanguage' | 'organisation'>,
  { dataFolder }: Profile,
): CallParts['system'] {
  const { electron } = process.versions
  return {
    platform: platforms[process.platform] ?? 'linux',
    version: app.getVersion(),
    developmentRuntime: electron === __ELECTRON_VERSION__ ? null : electron,
    ...{ systemLanguage, dataFolder, organisation },
  }
}

/**
 * The first language of the system that the interface has; Dutch when there is none.
 * @param asked the language that the command line asks for instead of the system's
 */
export function findSystemLanguage(asked: string | null): 'nl' | 'en' {
  const preferred = asked === null ? app.getPreferredSystemLanguages() : [asked]
  const known = preferred
    .map((tag) => tag.toLowerCase().split(/[-_]/)[0])
    .find((tag) => tag === 'nl' || tag === 'en')
  return known === 'en' ? 'en' : 'nl'
}

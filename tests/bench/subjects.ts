// The two programs that are measured against each other, started in exactly the same way.
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { EditionBundle } from '../../src/core/edition/edition.ts'
import { barePage } from './bare-page.ts'
import { clock } from './clock.ts'
import type { Region } from './screen.ts'

const nobody = 65534
const here = import.meta.dirname

/** What scripts/bench.mjs found or made. */
export interface Place {
  /** Starts Electron, as an ordinary user when the bench runs as root. */
  readonly electron: string
  /** The checkout, or the part of it that runs. */
  readonly program: string
  /** A folder of the user that Electron runs as; removed afterwards. */
  readonly home: string
  readonly display: string
}

export interface Subject {
  readonly name: string
  /** What Electron is given to start. */
  readonly folder: string
}

/** A program that has Electron in it, or one that Electron is given. */
export interface Startable {
  readonly folder: string | null
}

export interface Running {
  readonly process: ChildProcess
  /** When it was started, in ms of the bench's clock. */
  readonly started: number
  /** Ends it as a closed session would, and waits until it is gone. */
  stop(): Promise<void>
}

/** Copies of both programs, so that a build meanwhile changes nothing. */
export function makeSubjects(place: Place): { leeslamp: Subject; bare: Subject } {
  const leeslamp = path.join(place.home, 'leeslamp')
  const bare = path.join(place.home, 'bare')
  fs.mkdirSync(leeslamp)
  fs.copyFileSync(path.join(place.program, 'package.json'), path.join(leeslamp, 'package.json'))
  fs.cpSync(path.join(place.program, 'out'), path.join(leeslamp, 'out'), { recursive: true })
  fs.cpSync(path.join(here, 'bare'), bare, { recursive: true })
  fs.writeFileSync(path.join(bare, 'text.html'), barePage(readBundle(leeslamp).edition))
  return {
    leeslamp: { name: 'Leeslamp', folder: leeslamp },
    bare: { name: 'bare window', folder: bare },
  }
}

/** The file of the edition that comes with the program in `folder`. */
export function bundleFile(folder: string): string {
  const editions = path.join(folder, 'out/editions')
  const name = fs.readdirSync(editions).find((one) => one.endsWith('.json'))
  if (name === undefined) throw new Error('the program has no edition')
  return path.join(editions, name)
}

function readBundle(folder: string): EditionBundle {
  return JSON.parse(fs.readFileSync(bundleFile(folder), 'utf8')) as EditionBundle
}

export function freshProfile(place: Place): string {
  const folder = fs.mkdtempSync(path.join(place.home, 'profile-'))
  giveAway(folder)
  return folder
}

/** Lets the user that Electron runs as own a folder and all in it. */
export function giveAway(folder: string): void {
  if (process.getuid?.() !== 0) return
  fs.chownSync(folder, nobody, nobody)
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.chownSync(path.join(folder, name), nobody, nobody)
  }
}

function argumentsFor({ folder }: Startable, profile: string): string[] {
  const options = ['--lang=nl', `--user-data-dir=${profile}`]
  return folder === null ? options : [folder, ...options]
}

export function start(place: Place, subject: Startable, profile: string): Running {
  const env = { ...process.env, DISPLAY: place.display }
  const started = clock()
  const child = spawn(place.electron, argumentsFor(subject, profile), { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  return {
    process: child,
    started,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Starts a program to be used by hand, as it were. */
export async function openWindow(
  place: Place,
  subject: Subject,
  profile: string,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: place.electron,
    args: argumentsFor(subject, profile),
    chromiumSandbox: true,
    env: { ...process.env, DISPLAY: place.display },
  })
  return { app, page: await app.firstWindow() }
}

/** Where on the screen the first item of the text stands; asked of the page once, before anything is measured. */
export async function placeOfFirstItem(
  place: Place,
  subject: Subject,
  profile = freshProfile(place),
): Promise<Region> {
  const { app, page } = await openWindow(place, subject, profile)
  const paragraph = page.locator('article p').first()
  await paragraph.waitFor()
  await page.evaluate(() => document.fonts.ready)
  const region = await paragraph.evaluate((element) => {
    const { left, top, width, bottom } = element.getBoundingClientRect()
    const height = Math.min(bottom, window.innerHeight) - top
    return { left: left + window.screenX, top: top + window.screenY, width, height }
  })
  await app.close()
  const { left, top, width, height } = region
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(width),
    height: Math.floor(height),
  }
}

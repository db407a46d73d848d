// Lets Chromium use the voices of the system. On Linux it has none unless this is said before it starts.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { app } from 'electron'
import { patience } from '../services/program/patience.ts'

/** Must run before Electron is ready. The voices are asked for only when somebody wants to hear a text. */
export function useSystemVoices(): void {
  if (process.platform !== 'linux') return
  app.commandLine.appendSwitch('enable-speech-dispatcher')
  app.on('quit', endDespiteVoices)
}

/** Its arguments: how long to wait, in seconds, the process to end, and its program. */
const endLater = 'sleep "$1"; [ "/proc/$2/exe" -ef "$3" ] && kill -KILL "$2"'

/**
 * Chromium waits for its voices when it ends, also for voices that no longer answer. A process that goes on without it would be taken
 * for the program at the next start. All is written by then.
 */
function endDespiteVoices(): void {
  if (!hasVoices()) return
  const given = [String(patience.voices / 1_000), String(process.pid), process.execPath]
  spawn('/bin/sh', ['-c', endLater, 'sh', ...given], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined) // without a shell it waits as before
    .unref()
}

/** Whether anybody asked for the voices. */
function hasVoices(): boolean {
  return fs.readFileSync('/proc/self/maps', 'utf8').includes('/libspeechd')
}

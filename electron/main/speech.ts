// Lets Chromium use the voices of the system. On Linux it has none unless this is said before it starts.
import { app } from 'electron'

/** Must run before Electron is ready. The voices are asked for only when somebody wants to hear a text. */
export function useSystemVoices(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher')
}

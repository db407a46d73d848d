// Gives the page `window.desktop`: a frozen object with the calls of the contract. The page never gets ipcRenderer or its
// events.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopEvents } from '#core/desktop-api'
import { callNames, eventNames } from '#core/desktop-names'

const calls = Object.fromEntries(
  Object.entries(callNames).map(([noun, names]) => [
    noun,
    Object.fromEntries(
      names.map((name) => [
        name,
        (...values: unknown[]) =>
          ipcRenderer.invoke(`${noun}:${name}`, ...values) as Promise<unknown>,
      ]),
    ),
  ]),
)

function on(name: keyof DesktopEvents, listener: (value: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new Error(`unknown event: ${String(name)}`)
  const forward = (_event: unknown, value: unknown): void => listener(value)
  ipcRenderer.on(`event:${name}`, forward)
  return () => ipcRenderer.off(`event:${name}`, forward)
}

const pathOf = (file: unknown): string => webUtils.getPathForFile(file as File)

// Asked before the page exists, since it is the first thing that the page needs.
const started = ipcRenderer.invoke('session:start')
started.catch(() => undefined)

contextBridge.exposeInMainWorld('desktop', {
  ...{ ...calls, session: { ...calls.session, start: () => started } },
  ...{ on, pathOf },
})

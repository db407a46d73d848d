// The bridge: a frozen object of named functions made from the contract. The page never sees ipcRenderer or its events.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callNames, eventNames, type DesktopEvents } from '#core/desktop-api'

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
  const forward = (_event: unknown, value: unknown): void => {
    listener(value)
  }
  ipcRenderer.on(`event:${name}`, forward)
  return () => ipcRenderer.off(`event:${name}`, forward)
}

const pathOf = (file: unknown): string => webUtils.getPathForFile(file as File)

// What the page asks first is asked for before there is a page.
const started = ipcRenderer.invoke('session:start')
started.catch(() => undefined)

contextBridge.exposeInMainWorld('desktop', {
  ...{ ...calls, session: { ...calls.session, start: () => started } },
  ...{ on, pathOf },
})

// The files and addresses that a second start or the system hands over. They wait until the window is shown.
import { app } from 'electron'
import type { MainWindow } from './main-window.ts'
import type { Services } from './compose-services.ts'
import { parseLink, type ProgramSwitches } from './switches.ts'
import { patience } from '../services/program/patience.ts'

/** @param first what the program itself was started with */
export function receiveHandedOver(
  first: ProgramSwitches,
  { editions, imports, takeNotices }: Services,
  window: MainWindow,
) {
  let packages = first.packages
  /** Only the last one is followed. */
  let link = first.link

  /** Makes a proof of one package; keeps several. */
  async function addPackages(): Promise<void> {
    const paths = packages
    packages = []
    if (paths.length > 0) window.send('added', await imports.add({ kind: 'files', paths }))
  }

  function followLink(): void {
    if (link !== null) window.send('link', link)
    link = null
  }

  /** Opens a file that a second start names in this window, without keeping it. */
  async function openFile(file: string): Promise<void> {
    const opened = await editions.readFile(file)
    for (const notice of takeNotices()) window.send('notice', notice)
    if (opened === null) return
    editions.show(opened, false)
    window.send('opened', opened)
  }

  function deliver(): void {
    void addPackages()
    followLink()
  }

  app.on('second-instance', (_event, _args, _folder, request) => {
    if (window.current?.isMinimized() === true) window.current.restore()
    window.current?.focus()
    const second = request as ProgramSwitches
    if (second.edition !== null) void openFile(second.edition)
    packages = [...packages, ...second.packages]
    link = second.link ?? link
    if (window.isShown) deliver()
  })
  // A Mac reports files by this event, sometimes before there is a window.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    packages = [...packages, file]
    if (window.isShown) setTimeout(() => void addPackages(), patience.click)
  })
  // A Mac reports addresses by this event.
  app.on('open-url', (event, address) => {
    event.preventDefault()
    link = parseLink(address)
    if (window.isShown) followLink()
  })
  return { deliver }
}

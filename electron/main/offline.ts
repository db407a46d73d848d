// Nothing asks a network. Chromium's own habits are switched off before it is ready, and what remains is refused.
import { app, type Session } from 'electron'

/** Must run before the program is ready: Chromium reads these once. */
export function closeNetworkSwitches(): void {
  const commandLine = app.commandLine
  // Only while developing is there one name to resolve: the server that reloads the page.
  const exception = import.meta.env.DEV ? ', EXCLUDE localhost' : ''
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`)
  commandLine.appendSwitch('proxy-server', 'direct://')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-quic')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('dns-prefetch-disable')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/**
 * Refuses every request but those of `allowedOrigins`, every permission and every download.
 * @param onRefused is told of each request; those of schemes that are answered elsewhere do not come here
 */
export function closeSession(
  session: Session,
  allowedOrigins: readonly string[],
  onRefused: () => void,
): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  // Electron fetches dictionaries by itself, even with the spell checker off: give it an address that leads nowhere.
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol, host } = new URL(details.url)
    const allowed = allowedOrigins.includes(`${protocol}//${host}`)
    if (!allowed) onRefused()
    answer({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({})
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

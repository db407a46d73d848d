// Nothing uses a network. What Chromium does by itself is switched off before it starts; every other request is refused.
import { app, type Session } from 'electron'

/** Must run before Electron is ready, since Chromium reads these switches once. */
export function closeNetworkSwitches(): void {
  const commandLine = app.commandLine
  // While developing, the page comes from a server on this machine.
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
 * @param onRefused called for each refused request; requests that protocol.ts answers do not come here
 */
export function closeSession(
  session: Session,
  allowedOrigins: readonly string[],
  onRefused: () => void,
): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  // Electron fetches dictionaries even with the spell checker off, so it gets an address that leads nowhere.
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol, host } = new URL(details.url)
    const allowed = allowedOrigins.includes(`${protocol}//${host}`)
    if (!allowed) onRefused()
    answer({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
}

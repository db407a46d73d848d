// Why Chromium's sandbox may not start here. It needs namespaces of its own, or else a helper that root has blessed.
import fs from 'node:fs'
import path from 'node:path'

/** Kernel settings (proc(5); AppArmor since Ubuntu 23.10) that keep ordinary programs from making namespaces. */
const closedBy = {
  'kernel/apparmor_restrict_unprivileged_userns': '1',
  'kernel/unprivileged_userns_clone': '0',
  'user/max_user_namespaces': '0',
}

function isBlessed(helper) {
  const found = fs.statSync(helper, { throwIfNoEntry: false })
  return found !== undefined && found.uid === 0 && (found.mode & 0o4001) === 0o4001
}

/**
 * Says, after a start that failed, what to do when the system keeps the sandbox from starting.
 * @param {string} electron path of the Electron binary
 * @param {string} settings where the kernel shows its settings
 * @returns {string | null} one sentence, or null when nothing stands in the sandbox's way
 */
export function sandboxObstacle(electron, settings = '/proc/sys') {
  const closed = Object.entries(closedBy).find(([name, value]) => {
    const file = path.join(settings, name)
    return fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim() === value
  })
  const helper = path.join(path.dirname(electron), 'chrome-sandbox')
  if (closed === undefined || isBlessed(helper)) return null
  return `this system keeps programs from making the namespaces that the sandbox needs (${closed[0].replace('/', '.')}). Run this once, then start again: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
}

// A virtual display for a Linux machine without one.
import { spawn } from 'node:child_process'
import { SetupError } from './steps.mjs'

/** Whether this machine needs a virtual display before it can show a window. */
export function needsVirtualDisplay(env = process.env) {
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Starts an X server without a screen; it picks a free display number itself.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    // -ac lets the ordinary user in that a start by root steps down to. Without -noreset the server begins anew when its last window
    // closes, and turns away who comes meanwhile.
    const screen = ['-screen', '0', '2048x1280x24']
    const args = ['-displayfd', '3', ...screen, '-ac', '-noreset', '-nolisten', 'tcp']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const stop = () => server.kill('SIGTERM')
    let errors = ''
    server.stderr.on('data', (data) => (errors += data))
    server.on('error', (error) =>
      reject(new SetupError(`the virtual display could not be started (${error.message}).`)),
    )
    server.on('exit', () => reject(new SetupError(`the virtual display stopped: ${errors.trim()}`)))
    server.stdio[3].once('data', (data) => {
      process.once('exit', stop)
      resolve({ display: `:${String(data).trim()}`, stop })
    })
  })
}

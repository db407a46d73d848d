// Everything between a bare clone and a program that can start. Each part does nothing when it is already done.
import { ensureBuild } from './build.mjs'
import { needsVirtualDisplay } from './display.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * @param {{ display: 'if-needed' | 'virtual', programs?: Record<string, string> }} options `virtual`: a virtual display is used
 *   even where there is a real one; `programs`: what else is needed, the Debian package by the program's name
 * @returns {Promise<{ path: string, version: string, official: boolean }>} the Electron to start
 */
export async function setUp({ display, programs = {} }) {
  await ensurePackages()
  const runtime = await electronRuntime()
  const virtual = display === 'virtual' || needsVirtualDisplay()
  await ensureSystemLibraries(runtime.path, {
    ...programs,
    ...(virtual ? { Xvfb: 'xvfb' } : {}),
  })
  await ensureBuild()
  return runtime
}

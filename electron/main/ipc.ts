// One wrapper for every call of the contract: who asks, what is asked, and how much of it.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { callNames, type DesktopCalls } from '#core/desktop-api'
import { callArguments } from '#core/desktop-arguments'
import { isTrustedSender } from '../services/program/trusted-sender.ts'

/**
 * Makes the calls of the contract reachable for the window's own page, and for nothing else.
 * A call from a frame, another origin, or with arguments of another shape is refused with an error.
 */
export function serveCalls(calls: DesktopCalls, origin: string): void {
  for (const [noun, names] of Object.entries(callNames)) {
    for (const name of names) {
      const channel = `${noun}:${name}`
      const schema = (
        callArguments as Record<string, Record<string, v.GenericSchema<unknown, unknown[]>>>
      )[noun]?.[name]
      const service = (
        calls as unknown as Record<string, Record<string, (...values: unknown[]) => unknown>>
      )[noun]?.[name]
      if (schema === undefined || service === undefined)
        throw new Error(`no service for ${channel}`)
      ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...values: unknown[]) => {
        const frame = event.senderFrame
        const sender = frame === null ? null : { url: frame.url, isTop: frame.parent === null }
        if (!isTrustedSender(sender, origin))
          throw new Error(`refused: ${channel} from a foreign page`)
        const read = v.safeParse(schema, values)
        if (!read.success) throw new Error(`refused: ${channel} with arguments of another shape`)
        return service(...read.output)
      })
    }
  }
}

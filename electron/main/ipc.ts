// Makes the calls of the contract reachable: checks who calls, and the arguments of each call.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import type { DesktopCalls } from '#core/desktop-api'
import { callArguments } from '#core/desktop-arguments'
import { callNames } from '#core/desktop-names'
import { isTrustedSender } from '../services/program/trusted-sender.ts'

type Table<Entry> = Readonly<Record<string, Readonly<Record<string, Entry>>>>

/** Refuses, with an error, a call from another origin or from a frame, and one whose arguments do not fit its schema. */
export function serveCalls(calls: DesktopCalls, origin: string): void {
  const schemas: Table<v.GenericSchema<unknown, unknown[]>> = callArguments
  const services = calls as unknown as Table<(...values: unknown[]) => unknown>
  for (const [noun, names] of Object.entries(callNames)) {
    for (const name of names) {
      const channel = `${noun}:${name}`
      const schema = schemas[noun]?.[name]
      const service = services[noun]?.[name]
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

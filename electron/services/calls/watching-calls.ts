// What the window may ask of the folder that is followed.
import type { DesktopCalls } from '#core/desktop-api'
import type { FolderWatch } from '../watch/watched-folder.ts'

/** @param askWhich a folder of the reader's choice, or null when they changed their mind */
export function createWatchCalls(
  watch: FolderWatch,
  askWhich: () => Promise<string | null>,
): DesktopCalls['watching'] {
  return {
    current: () => Promise.resolve(watch.current()),
    async choose() {
      const folder = await askWhich()
      return folder === null ? { ok: true, folder: watch.current() } : watch.follow(folder)
    },
    stop: () => Promise.resolve(watch.unfollow()),
  }
}

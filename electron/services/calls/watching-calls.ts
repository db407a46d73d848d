import type { DesktopCalls } from '#core/desktop-api'
import type { FolderWatch } from '../watch/watched-folder.ts'

export interface WatchingParts {
  readonly watch: FolderWatch
  /** Null when the reader closes the dialog. */
  readonly askWhichFolder: () => Promise<string | null>
}

export function createWatchingCalls({
  watch,
  askWhichFolder,
}: WatchingParts): DesktopCalls['watching'] {
  return {
    current: () => Promise.resolve(watch.current()),
    async choose() {
      const folder = await askWhichFolder()
      return folder === null ? { ok: true, folder: watch.current() } : watch.follow(folder)
    },
    stop: () => Promise.resolve(watch.unfollow()),
  }
}

// The menu of a right click, which the system draws: it is held instead of shown.
import { expect, type ElectronApplication } from '@playwright/test'

export interface HeldMenu {
  /** Clicks on an entry of the menu of the last right click, which closes it; gives the names of all of its entries. */
  choose(label: string): Promise<string[]>
}

export async function holdMenus(app: ElectronApplication): Promise<HeldMenu> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    Menu.buildFromTemplate = (template) => {
      const menu = build(template)
      menu.popup = () => {
        Object.assign(globalThis, { shownMenu: menu })
      }
      return menu
    }
  })
  return {
    async choose(label) {
      // The system is asked for a menu a moment after the click.
      await expect.poll(() => app.evaluate(() => 'shownMenu' in globalThis)).toBe(true)
      return app.evaluate((_electron, wanted) => {
        const held = globalThis as unknown as { shownMenu?: Electron.Menu }
        const items = (held.shownMenu?.items ?? []).filter((item) => item.type !== 'separator')
        // The menu of the next right click is another one.
        delete held.shownMenu
        items.find((item) => item.label === wanted)?.click()
        return items.map((item) => item.label)
      }, label)
    },
  }
}

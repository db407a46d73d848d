export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Bounds extends Area {
  readonly maximized: boolean
}

export const smallestWindow = { minWidth: 480, minHeight: 360 } as const
const firstSize = { width: 1280, height: 800 } as const
/** How much of the title bar must be on a screen, so that the window can be moved by it, in pixels. */
const minVisibleTitle = 100

/**
 * The bounds to open with, in screen pixels: the saved ones when enough of the title bar is still on a screen, else those of
 * a new window on the first screen.
 */
export function fitBounds(
  saved: Bounds | null,
  screens: readonly Area[],
): Partial<Area> & { width: number; height: number; maximized: boolean } {
  if (saved !== null) {
    const home = screens.find((area) => overlap(saved, area) >= minVisibleTitle)
    if (home !== undefined) {
      const width = clamp(saved.width, smallestWindow.minWidth, home.width)
      return {
        // A window that was on two screens becomes narrower on one, and must not slide off it.
        x: clamp(saved.x, home.x + minVisibleTitle - width, home.x + home.width - minVisibleTitle),
        y: Math.max(saved.y, home.y),
        width,
        height: clamp(saved.height, smallestWindow.minHeight, home.height),
        maximized: saved.maximized,
      }
    }
  }
  const first = screens[0]
  return {
    width: Math.min(firstSize.width, first?.width ?? firstSize.width),
    height: Math.min(firstSize.height, first?.height ?? firstSize.height),
    maximized: false,
  }
}

/** How many pixels of the title bar's width lie on the screen; 0 when the title bar is above or below it. */
function overlap(bounds: Area, area: Area): number {
  if (bounds.y < area.y - 20 || bounds.y > area.y + area.height - 40) return 0
  return Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

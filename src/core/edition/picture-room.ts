// How many pictures an edition may show: each takes memory of the window, and one page shows them all.
import type { PictureFile } from './picture.ts'

/** A document has at most so many pictures of its own. */
export const mostOwnPictures = 200

/**
 * Of all pictures of an edition, each once. The window took up to eight bytes of memory for a pixel, and has 500 MB for a page of
 * pictures and its text.
 */
export const mostEditionPixels = 40_000_000

type Sized = Pick<PictureFile, 'sha256' | 'width' | 'height'>

export interface PictureRoom {
  /** Whether there is room for the picture, which it has from then on. One that was taken before takes none. */
  take(picture: Sized): boolean
}

export function createPictureRoom(most = mostOwnPictures): PictureRoom {
  const taken = new Set<string>()
  let pixels = 0
  return {
    take({ sha256, width, height }) {
      if (taken.has(sha256)) return true
      const own = width * height
      if (taken.size >= most || pixels + own > mostEditionPixels) return false
      taken.add(sha256)
      pixels += own
      return true
    },
  }
}

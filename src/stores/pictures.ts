// The picture that is shown whole, and what the reader takes of it.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ExportOutcome } from '#core/desktop/transfer'
import type { Picture, PictureFile } from '#core/edition/picture'
import { desktop } from '../desktop.ts'

export const usePicturesStore = defineStore('pictures', () => {
  const picture = shallowRef<Picture | null>(null)

  /** Copies the picture that the window shows at this point. */
  async function copyAt(x: number, y: number): Promise<boolean> {
    try {
      await desktop.pictures.copyAt(x, y)
      return true
    } catch {
      return false
    }
  }

  async function save({ sha256 }: PictureFile, name: string): Promise<ExportOutcome> {
    return desktop.pictures.save(sha256, name)
  }

  return { picture, copyAt, save }
})

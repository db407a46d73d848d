import { describe, expect, it } from 'vitest'
import { draftOfRead } from '../../../../electron/services/import/read-draft.ts'
import type { DocumentPicture } from '../../../../src/core/document/source-document.ts'
import { documentOfText } from '../../../../src/core/document/source-document.ts'
import { aCage } from '../a-cage.ts'
import { aPicturedEdition, aPng, pictureFileOf } from '../../../fixtures/pictures.ts'

const { edition, images } = aPicturedEdition()
const picture = (bytes: Uint8Array): DocumentPicture => ({ ...pictureFileOf(bytes), bytes })

describe('the images of a draft', () => {
  it('are those that its edition shows, and no other of its file', async () => {
    const given = [aPng(90, 90), ...images.map(({ bytes }) => bytes), aPng(91, 91)]
    const draft = await draftOfRead(
      {
        ...{ edition, remarks: [], isDigest: true, ranks: {}, alike: [] },
        document: documentOfText('De kade is dicht.'),
        looks: null,
        pictures: given.map(picture),
      },
      ...(['kade.html', '0'.repeat(64)] as const),
      { cage: aCage(), programVersion: '0.1.0' },
    )
    expect(draft.ok && draft.value.images).toEqual(images)
  })
})

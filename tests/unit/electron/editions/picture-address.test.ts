import { describe, expect, it } from 'vitest'
import { hashInAddress } from '../../../../electron/services/editions/picture-address.ts'
import { hostilePictureAddresses } from '../../../fixtures/hostile/hostile-addresses.ts'

const hash = 'a1'.repeat(32)

describe('the address of a picture', () => {
  it('is a hash, exactly as the page writes it', () => {
    expect(hashInAddress(`app://leeslamp/picture/${hash}`)).toBe(hash)
  })

  it.each(hostilePictureAddresses(hash))('is nothing else: %s', (address) => {
    expect(hashInAddress(address)).toBeNull()
  })
})

// Where what is dear to make is kept between checkouts; as root in a place that the ordinary user who runs the program can read.
import os from 'node:os'
import path from 'node:path'

export function cacheFolder() {
  if (process.env.LEESLAMP_CACHE) return path.resolve(process.env.LEESLAMP_CACHE)
  if (process.getuid?.() === 0) return '/var/cache/leeslamp'
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'leeslamp')
}

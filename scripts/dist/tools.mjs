// What packing needs of the system, looked for before anything is made.
import { signingTools } from '../release/sign.mjs'
import { howToInstall } from '../release/tool.mjs'
import { SetupError } from '../steps.mjs'
import { isHere } from '../system-libraries.mjs'

/** For each target what must be there, and the Debian package that brings it. A path is looked for as it is. */
const needs = {
  deb: { 'dpkg-deb': 'dpkg' },
  rpm: { rpmbuild: 'rpm', rpm2cpio: 'rpm2cpio', cpio: 'cpio' },
  'tar.gz': { tar: 'tar', gzip: 'gzip' },
  AppImage: {
    mksquashfs: 'squashfs-tools',
    gcc: 'gcc',
    '/usr/include/stdio.h': 'libc6-dev',
    '/usr/include/squashfuse/ll.h': 'libsquashfuse-dev',
    '/usr/include/fuse3/fuse_lowlevel.h': 'libfuse3-dev',
    '/usr/include/zlib.h': 'zlib1g-dev',
    '/usr/include/zstd.h': 'libzstd-dev',
    '/usr/include/lzma.h': 'liblzma-dev',
    '/usr/include/lz4.h': 'liblz4-dev',
    '/usr/include/lzo/lzo1x.h': 'liblzo2-dev',
  },
}

/**
 * The Debian packages by what is looked for, of all that these targets need.
 * @param {readonly string[]} targets
 * @returns {Record<string, string>}
 */
export function neededTools(targets) {
  return Object.assign({}, ...targets.map((target) => needs[target] ?? {}))
}

/**
 * @param {readonly string[]} targets
 * @param {NodeJS.ProcessEnv} env names what is signed with
 * @throws {SetupError} one line that names all that is missing, and how to get it
 */
export function requireTools(targets, env) {
  const signing = signingTools(env)
  const ofRpm = 'gpg' in signing && targets.includes('rpm') ? { rpmsign: 'rpm' } : {}
  const needed = { ...neededTools(targets), ...signing, ...ofRpm }
  const missing = Object.entries(needed).filter(([tool]) => !isHere(tool))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map(([, name]) => name))]
  throw new SetupError(
    `${missing.map(([tool]) => tool).join(', ')} missing, nothing was made. ${howToInstall(packages)}`,
  )
}

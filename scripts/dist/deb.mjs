// A package for Debian and its kin.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../steps.mjs'
import { blessHelper, layTree, writeFile } from './linux-tree.mjs'
import { setTimes } from './source-date.mjs'

/** What the binary is linked to, and ld.so's other names for it: Debian 13 and Ubuntu 24.04 renamed some for 64-bit time. */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6 (>= 2.28)',
  'libcairo2',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
]

const architectures = { x64: 'amd64', arm64: 'arm64' }

/** @returns {Promise<void>} when the package stands at `file` */
export async function makeDeb({ work, program, release, file }) {
  const tree = path.join(work.folder, 'deb')
  const usr = path.join(tree, 'usr')
  layTree(usr, program)
  blessHelper(usr)
  const from = (name) => fs.readFileSync(path.join(root, 'resources/linux', name))
  writeFile(path.join(usr, 'lib/leeslamp/resources/apparmor-profile'), from('apparmor-profile'))
  writeFile(path.join(usr, 'share/lintian/overrides/leeslamp'), from('lintian-overrides'))
  writeFile(path.join(usr, 'share/doc/leeslamp/copyright'), copyright())
  writeFile(
    path.join(usr, 'share/doc/leeslamp/changelog.gz'),
    gzipSync(changelog(release), { level: 9 }),
  )
  const control = path.join(tree, 'DEBIAN')
  writeFile(path.join(control, 'control'), controlFile(release, usr))
  writeFile(path.join(control, 'md5sums'), sums(tree))
  writeFile(path.join(control, 'postinst'), from('deb-postinst.sh'), 0o755)
  writeFile(path.join(control, 'postrm'), from('deb-postrm.sh'), 0o755)
  setTimes(tree, release.date)
  await work.must('dpkg-deb could not make the deb package', 'dpkg-deb', [
    '--root-owner-group',
    '-Zxz',
    `-z${release.isQuick ? 1 : 6}`,
    '--build',
    tree,
    file,
  ])
}

function files(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function controlFile({ packageVersion, architecture, author, description }, usr) {
  // In KiB as Debian's own tools count it: each file rounded up (deb-substvars(5)).
  const size = files(usr).reduce((sum, file) => sum + Math.ceil(fs.statSync(file).size / 1024), 0)
  return `Package: leeslamp
Version: ${packageVersion}
Architecture: ${architectures[architecture]}
Maintainer: ${author}
Installed-Size: ${size}
Depends: ${depends.join(', ')}
Section: text
Priority: optional
Description: ${description.summary}
${description.text.map((line) => ` ${line}`).join('\n')}
`
}

function sums(tree) {
  return files(path.join(tree, 'usr'))
    .map((file) => {
      const sum = createHash('md5').update(fs.readFileSync(file)).digest('hex')
      return `${sum}  ${path.relative(tree, file)}\n`
    })
    .join('')
}

function copyright() {
  const licence = fs.readFileSync(path.join(root, 'LICENSE'), 'utf8').trimEnd()
  return `${licence}

Electron and Chromium, which Leeslamp runs on, bring licences of their own: LICENSE.electron.txt and
LICENSES.chromium.html in /usr/lib/leeslamp.
`
}

function changelog({ packageVersion, author, date }) {
  const moment = new Date(date * 1000).toUTCString().replace('GMT', '+0000')
  return `leeslamp (${packageVersion}) unstable; urgency=medium

  * This release; CHANGELOG.md in the sources of Leeslamp says what changed.

 -- ${author}  ${moment}
`
}

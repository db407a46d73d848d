// One file that starts without an installation: our own runtime, and behind it the tree as a file system.
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../steps.mjs'
import { layTree } from './linux-tree.mjs'
import { setTimes } from './source-date.mjs'

const libraries = ['squashfuse_ll', 'squashfuse', 'fuse3', 'z', 'zstd', 'lzma', 'lz4', 'lzo2']

/**
 * Compiles what an AppImage begins with, with the libraries inside: it must start on systems that have none of them.
 * Debian's own are used, because a finished one can be fetched from no package registry.
 */
async function makeRuntime(work) {
  const file = path.join(work.folder, 'appimage-runtime')
  await work.must('gcc could not compile the runtime of the AppImage', 'gcc', [
    ...['-O2', '-static', '-s', '-D_FILE_OFFSET_BITS=64'],
    ...['-I/usr/include/squashfuse', '-I/usr/include/fuse3', '-o', file],
    path.join(root, 'resources/linux/appimage-runtime.c'),
    ...libraries.map((name) => `-l${name}`),
  ])
  const runtime = fs.readFileSync(file)
  runtime.write('AI\x02', 8, 'latin1') // the mark of an AppImage of type 2, in bytes that ELF leaves free
  return runtime
}

/** @returns {Promise<void>} when the AppImage stands at `file` */
export async function makeAppImage({ work, program, release, file }) {
  const tree = path.join(work.folder, 'AppDir')
  layTree(path.join(tree, 'usr'), program)
  fs.symlinkSync('usr/bin/leeslamp', path.join(tree, 'AppRun'))
  fs.symlinkSync('usr/share/applications/leeslamp.desktop', path.join(tree, 'leeslamp.desktop'))
  const icon = 'usr/share/icons/hicolor/256x256/apps/leeslamp.png'
  fs.symlinkSync(icon, path.join(tree, 'leeslamp.png'))
  fs.symlinkSync(icon, path.join(tree, '.DirIcon'))
  setTimes(tree, release.date)
  const image = path.join(work.folder, 'AppDir.squashfs')
  await work.must(
    'mksquashfs could not make the AppImage',
    'mksquashfs',
    [
      ...[tree, image, '-quiet', '-no-progress', '-no-xattrs', '-all-root', '-noappend'],
      ...['-comp', 'zstd', '-Xcompression-level', release.isQuick ? '3' : '19', '-b', '1M'],
    ],
    { env: { SOURCE_DATE_EPOCH: String(release.date) } },
  )
  fs.writeFileSync(file, await makeRuntime(work), { mode: 0o755 })
  fs.appendFileSync(file, fs.readFileSync(image))
  fs.chmodSync(file, 0o755)
}

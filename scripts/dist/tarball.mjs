// The tree as it is, to unpack anywhere.
import path from 'node:path'
import { layTree } from './linux-tree.mjs'
import { setTimes } from './source-date.mjs'

/** @returns {Promise<void>} when the archive stands at `file` */
export async function makeTarball({ work, program, release, file }) {
  const outer = path.join(work.folder, 'tar')
  layTree(path.join(outer, `leeslamp-${release.version}`), program)
  setTimes(outer, release.date)
  await work.must('tar could not make the archive', 'tar', [
    ...[
      '--create',
      '--file',
      file,
      '--use-compress-program',
      `gzip -${release.isQuick ? 1 : 9}n`,
      '--directory',
      outer,
    ],
    ...['--sort=name', '--format=ustar', '--owner=0', '--group=0', '--numeric-owner'],
    `leeslamp-${release.version}`,
  ])
}

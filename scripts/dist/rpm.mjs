// A package for Fedora, openSUSE and their kin.
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../steps.mjs'
import { blessHelper, layTree, writeFile } from './linux-tree.mjs'
import { setTimes } from './source-date.mjs'

const architectures = { x64: 'x86_64', arm64: 'aarch64' }

/** @returns {Promise<void>} when the package stands at `file` */
export async function makeRpm({ work, program, release, file }) {
  const tree = path.join(work.folder, 'rpm')
  const usr = path.join(tree, 'usr')
  layTree(usr, program)
  blessHelper(usr)
  writeFile(
    path.join(usr, 'share/licenses/leeslamp/LICENSE'),
    fs.readFileSync(path.join(root, 'LICENSE')),
  )
  setTimes(tree, release.date)
  const spec = path.join(work.folder, 'leeslamp.spec')
  fs.writeFileSync(spec, specFile(release, tree))
  const top = path.join(work.folder, 'rpmbuild')
  await work.must(
    'rpmbuild could not make the rpm package',
    'rpmbuild',
    [
      ...['-bb', '--quiet', '--target', architectures[release.architecture]],
      ...['--define', `_topdir ${top}`, '--define', `_rpmdir ${top}`],
      ...['--define', '_build_name_fmt leeslamp.rpm', spec],
    ],
    { env: { SOURCE_DATE_EPOCH: String(release.date) } },
  )
  fs.renameSync(path.join(top, 'leeslamp.rpm'), file)
}

/** Folders of our own belong to the package, those of the system do not. */
function list(tree) {
  return fs
    .readdirSync(tree, { recursive: true, withFileTypes: true })
    .map((entry) => ({
      name: `/${path.relative(tree, path.join(entry.parentPath, entry.name))}`,
      isFolder: entry.isDirectory(),
    }))
    .filter(({ name, isFolder }) => !isFolder || name.includes('/leeslamp'))
    .map(({ name, isFolder }) => (isFolder ? `%dir "${name}"` : `"${name}"`))
    .sort()
}

/**
 * rpm reads what is needed from the files themselves, which holds on every distribution; the libraries that Electron brings
 * along are left out. Two threads, and not as many as the machine has: rpm takes another way with one.
 */
function specFile({ packageVersion, author, description, isQuick }, tree) {
  return `
%global _build_id_links none
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _binary_payload w${isQuick ? 1 : 6}T2.xzdio
%global _buildhost reproducible
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global __requires_exclude ^lib(ffmpeg|EGL|GLESv2|vk_swiftshader|vulkan)\\\\.so
%global __provides_exclude_from ^/usr/lib/leeslamp/
Name: leeslamp
Version: ${packageVersion}
Release: 1
Summary: ${description.summary}
License: MIT
Packager: ${author}
%description
${description.text.join('\n')}
%install
cp -a "${tree}/." "%{buildroot}/"
%files
%defattr(-,root,root,-)
${list(tree).join('\n')}
`
}

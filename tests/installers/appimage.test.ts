// The AppImage as it is fetched: started from anywhere by an ordinary user, or one sentence that says why not.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDisplay } from './clean-system.ts'
import { artefact, emptyFolder } from './given.ts'
import { sandboxFaults } from './processes.ts'
import { end, painted } from './window.ts'

/** An ordinary user with a name, without which nothing is mounted. */
const nobody = 65534

describe('the AppImage', () => {
  /** A home of an ordinary user, and how to start the AppImage as that user; `before` is what the shell does first. */
  function starting(args: readonly string[], before = 'true', env: readonly string[] = []) {
    const home = emptyFolder('appimage-home')
    fs.chownSync(home, nobody, nobody)
    const ordinary = `exec setpriv --reuid=${String(nobody)} --regid=${String(nobody)} --clear-groups "$@"`
    const all = ['env', '-i', `HOME=${home}`, `TMPDIR=${home}`, 'PATH=/usr/bin:/bin', ...env]
    const shell = ['sh', '-c', `home=${home}; ${before}; ${ordinary}`, 'sh', ...all]
    const command = ['--mount', '--propagation', 'private', ...shell, artefact('AppImage'), ...args]
    const left = () => fs.readdirSync(home).filter((name) => /^leeslamp-\w{6}$/.test(name))
    return { home, command, left }
  }

  /** Starts it by being unpacked, without a display, and waits for its end. */
  function start(args: readonly string[], before = 'true') {
    const { command, left } = starting(['--appimage-extract-and-run', ...args], before)
    const ended = spawnSync('unshare', command, { encoding: 'utf8' })
    return { ...ended, left: left() }
  }

  describe('on a display', () => {
    let display: Awaited<ReturnType<typeof startDisplay>>
    beforeAll(async () => {
      display = await startDisplay()
    })
    afterAll(() => {
      display.stop()
    })

    // Where the system has no FUSE it unpacks itself, and the reader sees no difference. A desktop lets everybody use the
    // device, which a container may not.
    const isMountable = fs.existsSync('/dev/fuse')
    const open = isMountable
      ? 'mknod -m 666 "$home/fuse" c 10 229 && mount --bind "$home/fuse" /dev/fuse'
      : 'true'
    it.each([
      ['when it is unpacked', ['--appimage-extract-and-run'], false],
      ['as it is', [], isMountable],
    ])(
      'shows its window %s, with the sandbox on, and leaves nothing',
      async (_how, args, isMounted) => {
        const { home, command, left } = starting(args, open, [`DISPLAY=${display.name}`])
        const child = spawn('unshare', command, { stdio: 'ignore' })
        const processes = await painted(display.name, home)
        expect(sandboxFaults(processes)).toEqual([])
        const mounts = fs.readFileSync(`/proc/${String(processes[0]?.pid)}/mounts`, 'utf8')
        expect(mounts.includes(`leeslamp ${home}/leeslamp-`)).toBe(isMounted)
        await end(child, home)
        expect(left()).toEqual([])
      },
    )
  })

  it('starts by being unpacked, as an ordinary user and without a display, and leaves nothing', () => {
    const { stdout, stderr, left } = start(['edition', '--help'])
    expect(stdout).toContain('edition lint')
    expect(stderr).toBe('')
    expect(left).toEqual([])
  })

  it.each([
    [
      'there are no namespaces',
      'mkdir "$home/sys" && echo 0 > "$home/sys/zero" && mount --bind "$home/sys/zero" /proc/sys/user/max_user_namespaces',
      /sysctl -w user\.max_user_namespaces/,
    ],
    [
      'a library is damaged',
      'mount --bind /dev/null "$(readlink -f /usr/lib/*/libnss3.so)"',
      /libraries of this system cannot be used \(file too short\)/,
    ],
    [
      'nothing may be started from there',
      'mount -t tmpfs -o noexec,mode=777 none "$home"',
      /programs cannot be started from .*TMPDIR/,
    ],
    ['there is no display', 'true', /there is no display here/],
  ])('says in one sentence why it does not start where %s', (_where, before, sentence) => {
    const { stdout, stderr, status } = start([], before)
    expect(stderr).toMatch(/^leeslamp: [^\n]+\n$/)
    expect(stderr).toMatch(sentence)
    expect(stdout).toBe('')
    expect(status).not.toBe(0)
  })

  it('does not start as root, and says so', () => {
    const { stderr, status } = spawnSync(artefact('AppImage'), ['--appimage-extract-and-run'], {
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^leeslamp: Leeslamp does not run as root[^\n]*\n$/)
    expect(status).toBe(1)
  })
})

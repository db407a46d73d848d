// The AppImage as it is fetched: started from anywhere by an ordinary user, or one sentence that says why not.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { artefact, emptyFolder } from './given.ts'

describe('the AppImage', () => {
  /** Starts it by being unpacked, as an ordinary user without a display; `before` is what the shell does first. */
  function start(args: readonly string[], before = 'true') {
    const home = emptyFolder('appimage-home')
    fs.chownSync(home, 4242, 4242)
    const ordinary = 'exec setpriv --reuid=4242 --regid=4242 --clear-groups "$@"'
    const env = ['env', '-i', `HOME=${home}`, `TMPDIR=${home}`, 'PATH=/usr/bin:/bin']
    const image = [artefact('AppImage'), '--appimage-extract-and-run', ...args]
    const shell = ['sh', '-c', `home=${home}; ${before}; ${ordinary}`, 'sh', ...env, ...image]
    const ended = spawnSync('unshare', ['--mount', '--propagation', 'private', ...shell], {
      encoding: 'utf8',
    })
    return { ...ended, left: fs.readdirSync(home).filter((name) => /^leeslamp-\w{6}$/.test(name)) }
  }

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

import { describe, expect, it } from 'vitest'
import {
  editionEndings,
  formatOfEnding,
  isEditionPath,
} from '../../../../src/core/edition/edition-path.ts'

describe('a path that the window may name', () => {
  it.each([
    ...editionEndings.map((ending) => `/krant/week.${ending}`),
    ...['/a b/WEEK.TXT', 'C:\\krant\\week.docx', 'd:/krant/week.md', '/a/b\\c.txt', '/con.txt'],
  ])('is %s', (path) => {
    expect(isEditionPath(path)).toBe(true)
  })

  it.each([
    ...['', 'week.txt', './week.txt', '../week.txt', 'C:week.txt', '\\week.txt', '~/week.txt'],
    ...['//server/week.txt', '\\\\server\\week.txt', '/\\server/week.txt', '\\/server/week.txt'],
    ...[
      '\\\\?\\C:\\week.txt',
      '\\\\.\\pipe\\week.txt',
      '//?/C:/week.txt',
      'C:\\\\server\\week.txt',
    ],
    ...['C:\\con.txt', 'C:\\a\\NUL.md', 'C:/a/com1.html', 'C:\\a.dat:week.txt', '/a\0.txt'],
    ...['/etc/passwd', '/a/week', '/a/.txt', '/a/week.exe', '/a/week.txt/', '/a.txt/week'],
    ...['file:///a/week.txt', 'https://voorbeeld.invalid/week.txt'],
  ])('is not %j', (path) => {
    expect(isEditionPath(path)).toBe(false)
  })
})

it('has a format for each ending, in any case, and for no other', () => {
  expect(editionEndings.map((ending) => formatOfEnding(`Week.${ending.toUpperCase()}`))).toEqual([
    ...['package', 'text', 'markdown', 'markdown', 'html', 'html', 'html', 'mhtml', 'mhtml'],
    ...['docx', 'mail', 'mail', 'mailbox', 'feed', 'feed', 'feed', 'feed', 'feed', 'epub'],
  ])
  for (const name of ['week.exe', 'week', 'week.', 'week.toString'])
    expect(formatOfEnding(name), name).toBeNull()
})

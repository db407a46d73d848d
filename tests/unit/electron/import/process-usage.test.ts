import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import {
  processUsage,
  usageOfPs,
  usageOfTasklist,
} from '../../../../electron/services/import/process-usage.ts'

it('is what this process takes, of memory and of the processor', async () => {
  const before = await processUsage(process.pid)
  const own = process.cpuUsage()
  while (process.cpuUsage(own).user < 200_000);
  const after = await processUsage(process.pid)
  expect(before?.memory).toBeGreaterThan(10 * 1024 * 1024)
  expect((after?.processor ?? 0) - (before?.processor ?? 0)).toBeGreaterThanOrEqual(150)
})

it('is nothing for a process that has ended', async () => {
  const child = spawn(process.execPath, ['--version'])
  await new Promise((resolve) => child.once('close', resolve))
  expect(await processUsage(child.pid ?? 0)).toBeNull()
})

it.each([
  [' 45678   0:05.25\n', 45_678, 5_250],
  ['45678 01:02:03\n', 45_678, 3_723_000],
  ['45678 2-00:00:01\n', 45_678, 172_801_000],
  ['45678 soon\n', 45_678, null],
])('is read from what ps says: %j', (said, kilobytes, processor) => {
  expect(usageOfPs(said)).toEqual({ memory: kilobytes * 1024, processor })
})

it.each([
  ['"node.exe","123","Console","1","45.678 K","Running","PC\\ik","0:00:05","N/A"', 45_678, 5_000],
  ['"node.exe","123","Console","1","45,678 K","Unknown","N/A","1:00:00","N/A"', 45_678, 3_600_000],
  ['"node.exe","123","Console","1","45\u00A0678 K"', 45_678, null],
])('is read from what tasklist says: %j', (said, kilobytes, processor) => {
  expect(usageOfTasklist(said)).toEqual({ memory: kilobytes * 1024, processor })
})

it('is nothing where both say that there is no such process', () => {
  expect(usageOfPs('')).toBeNull()
  expect(usageOfTasklist('INFO: No tasks are running which match the criteria.')).toBeNull()
})

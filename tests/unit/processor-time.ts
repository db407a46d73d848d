/**
 * What the processor has done for this process so far, in milliseconds: not what it waited for while the machine was busy. Linux
 * tells of a single thread in steps of four milliseconds only.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

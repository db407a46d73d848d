/** What the processor has done for this thread so far, in milliseconds: not what it waited for while the machine was busy. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

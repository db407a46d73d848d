/** What the processor has done for this thread so far, in milliseconds: neither waiting nor what other threads clear away. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

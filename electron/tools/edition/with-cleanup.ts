const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs some work, and the cleanup after it, also when the work fails or a signal ends the command. */
export async function withCleanup<Value>(
  work: () => Promise<Value>,
  cleanUp: () => void,
): Promise<Value> {
  const removeListeners = (): void => {
    for (const signal of signals) process.off(signal, stop)
  }
  const stop = (signal: NodeJS.Signals): void => {
    removeListeners()
    cleanUp()
    process.kill(process.pid, signal) // ends the command as if it had not listened
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    removeListeners()
    cleanUp()
  }
}

// Tidying up also when somebody stops the command.

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does some work and tidies up after it: when it ended, when it failed, and when the command is told to end meanwhile. */
export async function withTidying<Value>(
  work: () => Promise<Value>,
  tidy: () => void,
): Promise<Value> {
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stop)
  }
  const stop = (signal: NodeJS.Signals): void => {
    forget()
    tidy()
    process.kill(process.pid, signal) // ends the command as if it had not listened
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    forget()
    tidy()
  }
}

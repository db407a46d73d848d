// Tells a page that is slow from one that hangs: the slow one answers, sooner or later.

/**
 * Resolves when somebody does not answer for so long; never while every question is answered in time.
 * @param ask settles when it was answered, whatever the answer is
 * @param options.patience how long an answer may take, in milliseconds
 * @param options.pause before the next question, in milliseconds
 */
export async function fallsSilent(
  ask: () => Promise<unknown>,
  { patience, pause }: { readonly patience: number; readonly pause: number },
): Promise<void> {
  for (;;) {
    const isAnswered = ask().then(
      () => true,
      () => true,
    )
    if (!(await Promise.race([isAnswered, after(patience).then(() => false)]))) return
    await after(pause)
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

// Of requests that come faster than they are answered only the newest counts.

/**
 * Sends one request at a time, so that what is typed meanwhile does not pile up. Of the waiting requests only the newest is sent.
 * All but the newest get null.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | null> {
  let lastTurn = 0
  let atWork: Promise<unknown> = Promise.resolve()
  return async (question) => {
    const turn = ++lastTurn
    await atWork
    if (turn !== lastTurn) return null
    const work = ask(question)
    atWork = work
    const answer = await work
    return turn === lastTurn ? answer : null
  }
}

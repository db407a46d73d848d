// Works that go on one after the other, where some may go before others.

/** Runs a work when all that came before it is over; an urgent one goes before all others that wait. */
export type InTurn = <Value>(work: () => Promise<Value>, isUrgent: boolean) => Promise<Value>

export function createTurns(): InTurn {
  const urgent: (() => Promise<void>)[] = []
  const others: (() => Promise<void>)[] = []
  let isBusy = false

  async function workAll(): Promise<void> {
    if (isBusy) return
    isBusy = true
    let next: (() => Promise<void>) | undefined
    while ((next = urgent.shift() ?? others.shift()) !== undefined) await next()
    isBusy = false
  }

  return (work, isUrgent) =>
    new Promise((resolve, reject) => {
      const waiting = isUrgent ? urgent : others
      waiting.push(() => work().then(resolve, reject))
      void workAll()
    })
}

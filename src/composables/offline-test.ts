// The self-test of "nothing asks a network": tries the ways out that a page has, to an address that leads nowhere.
import { patience } from '../patience.ts'

/** An address of the block that is reserved for documents (RFC 5737): a request that slips through reaches nobody. */
const nowhere = '192.0.2.1'

export type WayOut = 'open' | 'closed' | 'unknown'

/** Each way fails by itself when the window is closed as it should be. */
const waysOut: readonly (() => Promise<WayOut>)[] = [
  () => ends(fetch(`https://${nowhere}/`)),
  () => ends(fetch(`http://${nowhere}/`, { mode: 'no-cors' })),
  () => settles(() => new WebSocket(`wss://${nowhere}/`), 'open', 'error'),
  () => settles(() => new EventSource(`https://${nowhere}/`), 'open', 'error'),
  () => {
    const image = new Image()
    const outcome = settles(() => image, 'load', 'error')
    image.src = `https://${nowhere}/leak.png`
    return outcome
  },
  () => {
    const request = new XMLHttpRequest()
    const outcome = settles(() => request, 'load', 'error')
    try {
      request.open('GET', `https://${nowhere}/`)
      request.send()
    } catch {
      return Promise.resolve('closed')
    }
    return outcome
  },
]

/** Tries every way out once: what became of each. */
export async function tryToLeak(): Promise<readonly WayOut[]> {
  return Promise.all(waysOut.map((way) => inTime(way())))
}

/** A machine that is slow to refuse lets nothing out for that. */
function inTime(outcome: Promise<WayOut>): Promise<WayOut> {
  const late = new Promise<WayOut>((resolve) => {
    window.setTimeout(() => {
      resolve('unknown')
    }, patience.wayOut)
  })
  return Promise.race([outcome, late])
}

function ends(request: Promise<unknown>): Promise<WayOut> {
  return request.then(
    () => 'open',
    () => 'closed',
  )
}

function settles(open: () => EventTarget, good: string, bad: string): Promise<WayOut> {
  return new Promise((resolve) => {
    let target: EventTarget
    try {
      target = open()
    } catch {
      resolve('closed') // refused before anything was sent
      return
    }
    target.addEventListener(good, () => {
      resolve('open')
    })
    target.addEventListener(bad, () => {
      resolve('closed')
    })
  })
}

// The self-test of "nothing asks a network": tries the ways out that a page has, to an address that leads nowhere.

/** An address of the block that is reserved for documents (RFC 5737): a request that slips through reaches nobody. */
const nowhere = '192.0.2.1'

/** How long a way out may take to fail, in milliseconds, before it counts as open. */
const patience = 3_000

/** Resolves with whether something got out; each way fails by itself when the window is closed as it should be. */
const waysOut: readonly (() => Promise<boolean>)[] = [
  async () =>
    fetch(`https://${nowhere}/`).then(
      () => true,
      () => false,
    ),
  async () =>
    fetch(`http://${nowhere}/`, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    ),
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
      return Promise.resolve(false)
    }
    return outcome
  },
]

/** Tries every way out once. */
export async function tryToLeak(): Promise<{ all: number; leaked: number }> {
  const outcomes = await Promise.all(waysOut.map((way) => way()))
  return { all: outcomes.length, leaked: outcomes.filter(Boolean).length }
}

function settles(open: () => EventTarget, good: string, bad: string): Promise<boolean> {
  return new Promise((resolve) => {
    let target: EventTarget
    try {
      target = open()
    } catch {
      resolve(false) // refused before anything was sent
      return
    }
    target.addEventListener(good, () => {
      resolve(true)
    })
    target.addEventListener(bad, () => {
      resolve(false)
    })
    window.setTimeout(() => {
      resolve(true)
    }, patience)
  })
}

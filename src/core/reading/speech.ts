// Which voice reads a text aloud, how fast, and how long a sentence may take.

/** What is known of a voice of the system. */
export interface Voice {
  readonly name: string
  /** BCP 47 tag, with `-` or `_`. */
  readonly lang: string
  /** Whether it speaks on this machine alone. */
  readonly localService: boolean
}

export const slowest = 0.7
export const fastest = 1.6
const rateStep = 0.1

/** A rate one step up or down, within what voices can be followed at. */
export function nextRate(rate: number, by: 1 | -1): number {
  const next = Math.round((rate + by * rateStep) * 10) / 10
  return Math.min(fastest, Math.max(slowest, next))
}

/** The voices of this machine that speak a language, those of the same country first. */
export function voicesFor<One extends Voice>(
  voices: readonly One[],
  language: string,
): readonly One[] {
  const wanted = plain(language)
  const [base = ''] = wanted.split('-')
  return voices
    .filter(({ localService, lang }) => localService && plain(lang).split('-')[0] === base)
    .toSorted(
      (one, other) => Number(plain(other.lang) === wanted) - Number(plain(one.lang) === wanted),
    )
}

function plain(lang: string): string {
  return lang.toLowerCase().replaceAll('_', '-')
}

/** What a voice takes for one letter at rate 1, at the most, and for each sentence besides, in milliseconds. */
const slowestLetter = 220
const slack = 8_000

/** After so many milliseconds a voice that has not ended is passed over. */
export function patienceFor(text: string, rate: number): number {
  return slack + (text.length * slowestLetter) / rate
}

// The entries of the store. The value of each is parsed when it is asked for: a start needs few of many.

/** The JSON of a value that nobody asked for yet. */
class Unparsed {
  readonly json: Buffer

  constructor(json: Buffer) {
    this.json = json
  }
}

/** A Map in the order in which the keys were first put. What it iterates over is parsed. */
export class StoreEntries extends Map<string, unknown> {
  /** @param json not changed afterwards; its checksum was right */
  setJson(key: string, json: Buffer): void {
    super.set(key, new Unparsed(json))
  }

  /** Null for a text that is no JSON, which stays as it is: no program of ours writes one. */
  override get(key: string): unknown {
    const value = super.get(key)
    if (!(value instanceof Unparsed)) return value
    try {
      const parsed: unknown = JSON.parse(value.json.toString('utf8'))
      super.set(key, parsed)
      return parsed
    } catch {
      return null
    }
  }

  /** The JSON of the value of a key that is there. */
  jsonOf(key: string): string {
    const value = super.get(key)
    return value instanceof Unparsed ? value.json.toString('utf8') : JSON.stringify(value)
  }

  override *entries(): Generator<[string, unknown], undefined> {
    for (const key of this.keys()) yield [key, this.get(key)]
  }

  override *values(): Generator<unknown, undefined> {
    for (const key of this.keys()) yield this.get(key)
  }

  override [Symbol.iterator](): Generator<[string, unknown], undefined> {
    return this.entries()
  }

  override forEach(use: (value: unknown, key: string, map: Map<string, unknown>) => void): void {
    for (const [key, value] of this) use(value, key, this)
  }

  /** The same, with what is not parsed as it is. */
  copy(): StoreEntries {
    const copy = new StoreEntries()
    for (const [key, value] of super.entries()) Map.prototype.set.call(copy, key, value)
    return copy
  }
}

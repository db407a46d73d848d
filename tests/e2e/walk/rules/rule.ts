// A rule of the walk: what must hold in each of its cells, told by geometry alone.

export interface Rule {
  readonly name: string
  /**
   * Runs in the page, so it can use nothing from outside itself.
   * @returns what breaks the rule, each as one line; empty when it holds
   */
  readonly check: () => string[]
  /** Breaks the rule in a page where it holds: the rule must see it. Runs in the page too. */
  readonly broken: () => void
}

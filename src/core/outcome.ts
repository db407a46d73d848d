// How something ends that may fail. An expected failure is a value: an Error loses its type on the way between processes.

export interface Failure<Reason extends string> {
  readonly ok: false
  readonly reason: Reason
}

/** `Value` holds what comes with success; `unknown` when nothing does. */
export type Outcome<Value, Reason extends string> =
  ({ readonly ok: true } & Value) | Failure<Reason>

/** The reasons for which something may fail. */
export type ReasonOf<Ending extends { readonly ok: boolean }> = Extract<
  Ending,
  Failure<string>
>['reason']

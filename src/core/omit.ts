/** The same without these fields, all of which it may lack. */
export function omit<One extends object>(one: One, ...names: readonly (keyof One)[]): One {
  const left = Object.entries(one).filter(([name]) => !names.some((other) => other === name))
  return Object.fromEntries(left) as One
}

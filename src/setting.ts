/** One setting: where it stands in the environment, and how its text becomes a value. */
export interface Setting<T> {
  readonly variable: string
  readonly fallback: T
  /** Completes "expected …" when the text is not that. */
  readonly expected: string
  /** Undefined when the text is not {@link expected}. */
  readonly read: (text: string) => T | undefined
}

export function integer(min: number, max: number): (text: string) => number | undefined {
  return (text) => (/^-?\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined)
}

export function oneOf<const T extends string>(...values: readonly T[]): (text: string) => T | undefined {
  return (text) => values.find((value) => value === text)
}

export function flag(text: string): boolean | undefined {
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined
}

/** What the API answers at an address, for screens that are no lists or rows. */
import { useCallback, useEffect, useState } from 'react'
import { send } from './client.ts'

export interface Asked<Answer> {
  /** The last one of this address: what another address had answered is not shown under this one's name. */
  readonly answer: Answer | undefined
  /** In words, or the name of words. */
  readonly failure: string | undefined
  readonly isPending: boolean
  again(): void
}

/** @param path - asked again when it changes; undefined: nothing is asked */
export function useAnswer<Answer>(path: string | undefined): Asked<Answer> {
  const [state, setState] = useState<Came<Answer>>({})
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((before) => before + 1), [])
  useEffect(() => {
    if (path === undefined) return undefined
    const stop = new AbortController()
    send<Answer>(path, { signal: stop.signal }).then(
      (answer) => setState({ path, count, answer }),
      (error: Error) => {
        if (stop.signal.aborted) return
        setState((before) => ({ ...(before.path === path && before), path, count, failure: error.message }))
      },
    )
    return () => stop.abort()
  }, [path, count])
  const isOfThis = state.path === path
  return {
    answer: isOfThis ? state.answer : undefined,
    failure: isOfThis && state.count === count ? state.failure : undefined,
    isPending: path !== undefined && !(isOfThis && state.count === count),
    again,
  }
}

interface Came<Answer> {
  readonly path?: string
  /** How often it had been asked for. */
  readonly count?: number
  readonly answer?: Answer
  readonly failure?: string
}

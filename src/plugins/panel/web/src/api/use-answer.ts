/** What the API answers at an address, for screens that are no lists or rows. */
import { useCallback, useEffect, useState } from 'react'
import { send } from './client.ts'

export interface Asked<Answer> {
  /** The last one that came, while another is waited for, too. */
  readonly answer: Answer | undefined
  /** In words, or the name of words. */
  readonly failure: string | undefined
  readonly isPending: boolean
  again(): void
}

/** @param path - asked again when it changes; undefined: nothing is asked */
export function useAnswer<Answer>(path: string | undefined): Asked<Answer> {
  const [state, setState] = useState<{ readonly answer?: Answer; readonly failure?: string; readonly of?: string }>({})
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((before) => before + 1), [])
  const asked = path === undefined ? undefined : `${count} ${path}`
  useEffect(() => {
    if (path === undefined || asked === undefined) return undefined
    const stop = new AbortController()
    send<Answer>(path, { signal: stop.signal }).then(
      (answer) => setState({ answer, of: asked }),
      (error: Error) =>
        stop.signal.aborted ||
        setState(({ answer }) => ({ ...(answer && { answer }), failure: error.message, of: asked })),
    )
    return () => stop.abort()
  }, [path, asked])
  return { answer: state.answer, failure: state.failure, isPending: asked !== undefined && state.of !== asked, again }
}

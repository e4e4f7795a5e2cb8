/** Whether a row could be deleted, asked of the server with `dry_run=1`, which does nothing. */
import { useCallback, useEffect, useState } from 'react'
import { send } from '../api/client.ts'
import { pathOf } from '../api/data-provider.ts'

export type Trial =
  | { readonly step: 'asking' }
  /** Nothing is in its way. */
  | { readonly step: 'free' }
  | { readonly step: 'refused'; readonly error: unknown }
  /** It could not be asked; what a delete would be answered nobody knows. */
  | { readonly step: 'unknown'; readonly error: unknown }

export function useTrial(resource: string, id: string): { readonly trial: Trial; again(): void } {
  const [trial, setTrial] = useState<Trial>({ step: 'asking' })
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((before) => before + 1), [])
  useEffect(() => {
    const stop = new AbortController()
    setTrial({ step: 'asking' })
    send(`${pathOf(resource, id)}?dry_run=1`, { method: 'DELETE', signal: stop.signal }).then(
      () => setTrial({ step: 'free' }),
      (error: unknown) => {
        if (!stop.signal.aborted) setTrial({ step: isRefusal(error) ? 'refused' : 'unknown', error })
      },
    )
    return () => stop.abort()
  }, [resource, id, count])
  return { trial, again }
}

/** What was refused for its own sake: not because the session has ended, or too much is asked at this moment. */
function isRefusal(error: unknown): boolean {
  const { status = 0 } = error as { status?: number }
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status)
}

/** Ends an answer so that no client takes what it has of it for the whole. */
import type { ServerResponse } from 'node:http'

/** By a reset: the end of an HTTP 1.0 answer is nothing but the ordinary end of its connection. */
export function breakOff(res: ServerResponse): void {
  if (res.socket) res.socket.resetAndDestroy()
  else res.destroy()
}

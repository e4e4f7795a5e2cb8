/** The app behind a socket: limits, what Node would answer in a form of its own, and the orderly end. */
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { limitBody } from './body-patience.ts'
import { clientErrorAnswer } from './client-error.ts'
import type { Logger } from './log.ts'

export interface HttpServerOptions {
  /** Seconds a client may take to send a request; for a file, from one piece to the next. */
  readonly requestTimeout: number
  readonly log: Logger
}

/** Seconds, of the largest file on the slowest line. */
const LONGEST_REQUEST = 3600

/** Does not listen yet. */
export function createHttpServer(onRequest: RequestListener, { requestTimeout, log }: HttpServerOptions): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: Math.min(10, requestTimeout) * 1000,
      requestTimeout: LONGEST_REQUEST * 1000,
      // Longer than the proxies in front wait with a connection they may still use.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 1000,
      // Of this, and of an `Expect`, Node makes answers without a body; the app says what is wrong.
      requireHostHeader: false,
    },
    (request, response) => {
      limitBody(request, requestTimeout, () => {
        const late = Object.assign(new Error('The body did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
        server.emit('clientError', late, request.socket)
      })
      onRequest(request, response)
    },
  )
  server.maxRequestsPerSocket = 1000
  server.on('checkExpectation', onRequest)
  server.on('clientError', clientErrorAnswer(log))
  return server
}

/**
 * Stops accepting, and resolves when the last request is answered.
 *
 * @param grace - milliseconds after which the requests that still run are cut off
 */
export async function closeHttpServer(server: Server, grace: number): Promise<void> {
  // A connection that becomes idle after its last answer is not closed by close() itself.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), grace)
  try {
    await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
  } finally {
    clearInterval(idle)
    clearTimeout(late)
  }
}

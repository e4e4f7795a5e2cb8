/** What Node's HTTP parser refuses never becomes a request, so it is answered here, and the connection closed. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { ApiError } from '../errors.ts'
import type { Logger } from './log.ts'
import { PROBLEM_TYPE, problemBody } from './problem.ts'

/** With the bytes that could not be read. */
type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer }

/** For `server.on('clientError', …)`. */
export function clientErrorAnswer(log: Logger): (error: ParserError, socket: Duplex) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const problem = problemOf(error)
    const { status } = problem
    const id = randomUUID()
    log.info({ id, status, code: error.code }, 'not a request')
    const body = problemBody(problem, id)
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        `Content-Type: ${PROBLEM_TYPE}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        `X-Request-Id: ${id}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }
}

function problemOf({ code, rawPacket }: ParserError): ApiError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ApiError('request_timeout', 'The request did not arrive in time.')
    case 'HPE_HEADER_OVERFLOW':
      return new ApiError('headers_too_large', 'The first line and the headers may have at most 16 KiB together.')
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ApiError('body_too_large', 'The chunks of the body have extensions that are too long.')
    case 'HPE_INVALID_METHOD':
      if (isUnknownVerb(rawPacket)) return new ApiError('unknown_method', 'HTTP has no method of this name.')
  }
  return new ApiError('malformed_request', 'What came on this connection cannot be read as HTTP/1.1.')
}

/** A well-formed request with a verb Node does not know; anything else, such as TLS on this port, is just malformed. */
function isUnknownVerb(packet: Buffer | undefined): boolean {
  return /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r\n/.test(packet?.toString('latin1') ?? '')
}

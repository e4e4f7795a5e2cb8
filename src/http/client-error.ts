/** What Node's HTTP parser refuses never becomes a request, so it is answered here, and the connection closed. */
import type { Duplex } from 'node:stream'

/** With the bytes that could not be read. */
type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer }

/** For `server.on('clientError', …)`. */
export function answerClientError(error: ParserError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, title] = statusOf(error)
  const body = JSON.stringify({ type: 'about:blank', title, status })
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

function statusOf({ code, rawPacket }: ParserError): [status: number, title: string] {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'Request Timeout']
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'Request Header Fields Too Large']
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, 'Content Too Large']
    case 'HPE_INVALID_METHOD':
      return isUnknownVerb(rawPacket) ? [501, 'Not Implemented'] : [400, 'Bad Request']
    default:
      return [400, 'Bad Request']
  }
}

/** A well-formed request with a verb Node does not know; anything else, such as TLS on this port, is just malformed. */
function isUnknownVerb(packet: Buffer | undefined): boolean {
  return /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r\n/.test(packet?.toString('latin1') ?? '')
}

/**
 * A TCP proxy that breaks connections at chosen moments of a request and its answer.
 *
 * It knows no protocol: a chunk from the client is a request, what comes next from the server its answer. That is so for
 * small HTTP requests and for MySQL's commands, each of which is sent by one write.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net'

/**
 * - `before`: the request never reaches the server
 * - `passed`: the client is cut off at once, while the server is at work on the request
 * - `answered`: the server has answered, and the client sees nothing of it
 * - `middle`: the client sees the first half of the answer
 */
export type Cut = 'before' | 'passed' | 'answered' | 'middle'

export interface ProxyOptions {
  /** Opens a connection to the server. */
  readonly connect: () => Socket
  /** Asked for every request. */
  readonly choose: (request: Buffer) => Cut | undefined
}

export interface CuttingProxy {
  readonly port: number
  /** How many connections were broken on purpose. */
  readonly cuts: number
  close(): Promise<void>
}

/** Listens on the loopback interface, on a port of the system's choice. */
export async function startCuttingProxy({ connect, choose }: ProxyOptions): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  let cuts = 0
  const server = createServer((client) => {
    const upstream = connect()
    let cut: Cut | undefined
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket)
      socket.setNoDelay()
      // The other end is told by the end of its connection.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        // Who was cut off leaves the server at work until it has answered.
        if (socket === upstream || cut !== 'passed') other.destroySoon()
      })
    }
    client.on('data', (request: Buffer) => {
      cut = choose(request)
      if (cut) cuts += 1
      if (cut !== 'before') upstream.write(request)
      if (cut === 'before' || cut === 'passed') client.destroy()
    })
    upstream.on('data', (answer: Buffer) => {
      if (!cut) return void client.write(answer)
      if (cut === 'middle') client.write(answer.subarray(0, Math.ceil(answer.length / 2)))
      client.destroySoon()
      upstream.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return cuts
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

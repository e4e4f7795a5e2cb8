/** The servers that are compared, each started when a workload first asks for it. */
import { join } from 'node:path'
import { type Server, startProduct, startProgram, withUsers } from '../servers.ts'

/** The product and what it is compared with; further names are those of `--vs`. */
export const SERVERS = {
  product: 'a2billing-api',
  productOnMyISAM: 'a2billing-api, MyISAM',
  twoProcesses: 'a2billing-api, two processes',
  limit: 'limit: node:http + mysql2',
  limitOnMyISAM: 'limit, MyISAM',
  naive: 'naive: Koa + Kysely',
  naiveWithoutCount: 'naive without COUNT',
  constant: 'constant body',
} as const

export type ServerName = keyof typeof SERVERS

export interface ServersOptions {
  /** Of the database, by engine. */
  readonly urls: { readonly innodb: string; readonly myisam: string }
  /** For the logs. */
  readonly directory: string
}

export class Servers {
  readonly #options: ServersOptions
  readonly #running = new Map<ServerName, Promise<Server & { stop(): void }>>()

  constructor(options: ServersOptions) {
    this.#options = options
  }

  get(name: ServerName): Promise<Server> {
    const running = this.#running.get(name) ?? this.#start(name)
    this.#running.set(name, running)
    return running
  }

  /** They are started anew when they are asked for again. */
  async stop(): Promise<void> {
    for (const running of this.#running.values()) await running.then((server) => server.stop()).catch(() => {})
    this.#running.clear()
  }

  #start(name: ServerName): Promise<Server & { stop(): void }> {
    const { innodb, myisam } = this.#options.urls
    const log = (of: string): string => join(this.#options.directory, `${of}.log`)
    switch (name) {
      case 'product':
        return withUsers(startProduct(innodb, log('product')))
      case 'productOnMyISAM':
        return withUsers(startProduct(myisam, log('product-myisam')))
      case 'twoProcesses':
        return withUsers(startProduct(innodb, log('two-processes'), { A2B_WORKERS: '2' }))
      case 'limit':
        return startProgram(contender('limit.ts'), innodb)
      case 'limitOnMyISAM':
        return startProgram(contender('limit.ts'), myisam)
      case 'naive':
        return startProgram(contender('naive.ts'), innodb)
      case 'naiveWithoutCount':
        return startProgram(contender('naive.ts'), innodb, { BENCH_COUNT: 'none' })
      case 'constant':
        return startProgram(contender('constant.ts'), innodb)
    }
  }
}

function contender(file: string): string {
  return join(import.meta.dirname, 'contenders', file)
}

/**
 * The bank: API processes on a vault, with a proxy in front of each and one before the database.
 *
 * Clients know nothing of that. They find the API at as many addresses as it has processes.
 */
import { connect } from 'node:net'
import { createRandom } from '../../scripts/demo/seed/random.ts'
import { type ApiProcess, superviseApi } from './api-process.ts'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import { cutRequests, cutStatements } from './cuts.ts'
import { DATABASE, openVault, type Vault, type VaultOptions } from './vault.ts'

export interface Bank {
  readonly vault: Vault
  /** Whom a killer may choose from. */
  readonly apis: readonly ApiProcess[]
  /** Where clients reach the API. */
  readonly urls: readonly string[]
  /** Whether the proxies break connections. */
  isCutting: boolean
  /** How many they have broken. */
  cuts(): number
  /** At how many of these the API could not know whether its COMMIT was done. */
  lostCommits(): number
  /** Whether the API keeps a ledger and an audit. */
  readonly keepsBooks: boolean
  /** Ends of processes that nobody caused. */
  readonly crashes: readonly string[]
  close(): Promise<void>
}

/** @param options - `processes` of the API */
export async function openBank(options: VaultOptions & { readonly processes: number }): Promise<Bank> {
  const { seed, processes } = options
  const vault = await openVault(options)
  const crashes: string[] = []
  let lostCommits = 0
  const isOn = (): boolean => bank.isCutting

  const statements = await startCuttingProxy({
    connect: () => connect(vault.database.socketPath),
    choose: cutStatements({ random: createRandom(seed + 1), isOn, onLostCommit: () => (lostCommits += 1) }),
  })
  const settings = { A2B_DATABASE_URL: `mysql://root@127.0.0.1:${statements.port}/${DATABASE}` }
  const apis = Array.from({ length: processes }, () => superviseApi({ settings, onCrash: (it) => crashes.push(it) }))
  const requests = await Promise.all(
    apis.map((api, index) =>
      startCuttingProxy({
        // A port that nothing listens on refuses, as that of a dead process does.
        connect: () => connect(api.port ?? 1, '127.0.0.1'),
        choose: cutRequests({ random: createRandom(seed + 2 + index), isOn }),
      }),
    ),
  )
  const proxies: CuttingProxy[] = [statements, ...requests]
  const bank: Bank = {
    vault,
    apis,
    urls: requests.map(({ port }) => `http://127.0.0.1:${port}`),
    isCutting: false,
    keepsBooks: true,
    cuts: () => proxies.reduce((sum, proxy) => sum + proxy.cuts, 0),
    lostCommits: () => lostCommits,
    crashes,
    async close() {
      await Promise.all(apis.map((api) => api.stop()))
      await Promise.all(proxies.map((proxy) => proxy.close()))
      await vault.database.stop()
    },
  }
  try {
    await Promise.all(apis.map((api) => api.serving()))
  } catch (error) {
    await bank.close()
    throw error
  }
  return bank
}

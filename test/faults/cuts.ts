/** Which requests a proxy breaks: between clients and the API any, between the API and the database mostly COMMITs. */
import type { Random } from '../../scripts/demo/seed/random.ts'
import type { Cut, ProxyOptions } from './cutting-proxy.ts'

const CUTS = ['before', 'passed', 'answered', 'middle'] as const

/** Nothing is cut while `isOn` says no. */
export interface CutOptions {
  readonly random: Random
  readonly isOn: () => boolean
}

export interface StatementCutOptions extends CutOptions {
  /** Told when a COMMIT reaches the database and its answer does not come back. */
  readonly onLostCommit: () => void
}

/** Between clients and the API. */
export function cutRequests({ random, isOn }: CutOptions): ProxyOptions['choose'] {
  return () => (isOn() && random.chance(0.04) ? random.pick(CUTS) : undefined)
}

/**
 * Between the API and the database: every other cut there is the loss of an answer to COMMIT, the one moment when the
 * API cannot know what it has done.
 */
export function cutStatements({ random, isOn, onLostCommit }: StatementCutOptions): ProxyOptions['choose'] {
  return (packet): Cut | undefined => {
    if (!isOn()) return undefined
    const isToCommit = isCommit(packet)
    if (!random.chance(isToCommit ? 0.05 : 0.001)) return undefined
    const cut = random.pick(CUTS)
    if (isToCommit && cut !== 'before') onLostCommit()
    return cut
  }
}

/** The command COM_QUERY and its text, behind four bytes of length and number. */
function isCommit(packet: Buffer): boolean {
  return packet[4] === 3 && packet.toString('latin1', 5).trim().toUpperCase() === 'COMMIT'
}

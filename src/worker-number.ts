/** What a process knows of being one of several behind one port; `workers.ts` starts them. */
import cluster from 'node:cluster'

/** What a worker tells as soon as it knows. */
export type Report = { readonly url: string } | { readonly failed: string }

/** Set for each worker: 1 for the first one, and for that which takes its place. */
export const NUMBER = 'WORKER_NUMBER'

/** @returns of the workers, which one this process is; undefined where it is none */
export function workerNumber(): number | undefined {
  return cluster.isWorker ? Number(process.env[NUMBER]) : undefined
}

/** @param report - where it serves, or why it cannot */
export function reportToPrimary(report: Report): Promise<void> {
  return new Promise((resolve) => process.send?.(report, undefined, {}, () => resolve()))
}

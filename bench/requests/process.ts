/** What a process has used, from /proc. */
import { readFileSync } from 'node:fs'

/** Ticks a second, as Linux counts for programs on every machine it runs on. */
const TICKS = 100

/** @returns seconds of processor time, its own and the system's for it */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [, , , , , , , , , , , user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return ((user ?? 0) + (system ?? 0)) / TICKS
}

/** @returns the most memory it has had, in MB */
export function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
}

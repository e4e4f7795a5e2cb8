/** What a process has used, from /proc. */
import { readFileSync, writeFileSync } from 'node:fs'

/** Ticks a second, as Linux counts for programs on every machine it runs on. */
const TICKS = 100

/** @returns seconds of processor time, its own and the system's for it, and those of the processes it started */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [, , , , , , , , , , , user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const own = ((user ?? 0) + (system ?? 0)) / TICKS
  return childrenOf(pid).reduce((sum, child) => sum + processorTime(child), own)
}

/** @returns the most memory it has had since its start, or since that was forgotten, in MB, with that of the processes it started */
export function peakMemory(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + peakMemory(child), memory(pid, 'VmHWM'))
}

/** The most memory is from now on that which it takes from now on; not that of processes it started. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** @returns the memory it has now, in MB */
export function residentMemory(pid: number): number {
  return memory(pid, 'VmRSS')
}

function memory(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  const [, kilobytes = ''] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number.parseInt(kilobytes, 10) / 1024
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

/**
 * Names the command that installs a MariaDB server on this system, for the message of a machine where the set-up
 * cannot do it by itself.
 */
import { readFileSync } from 'node:fs'

/** The package manager's line by distribution, as in `ID` and `ID_LIKE` of os-release(5). */
const LINES: Readonly<Record<string, string>> = {
  debian: 'sudo apt-get install mariadb-server-core',
  ubuntu: 'sudo apt-get install mariadb-server-core',
  fedora: 'sudo dnf install mariadb-server',
  rhel: 'sudo dnf install mariadb-server',
  centos: 'sudo dnf install mariadb-server',
  alpine: 'sudo apk add mariadb',
  arch: 'sudo pacman -S mariadb',
}

/**
 * @param platform - as in `process.platform`
 * @param osRelease - contents of /etc/os-release; empty where there is none
 * @returns e.g. `sudo dnf install mariadb-server`; undefined for a system not known here
 */
export function installLine(platform: NodeJS.Platform, osRelease: string): string | undefined {
  if (platform === 'darwin') return 'brew install mariadb'
  if (platform === 'freebsd') return 'sudo pkg install mariadb-server'
  const value = (key: string) => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? ''
  const ids = [value('ID'), ...value('ID_LIKE').split(' ')]
  return ids.map((id) => LINES[id]).find((line) => line !== undefined)
}

/** {@link installLine} for the machine we run on. */
export function installLineHere(): string | undefined {
  return installLine(process.platform, readOsRelease())
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    // Not every system has the file; an unknown system gets no install line.
    return ''
  }
}

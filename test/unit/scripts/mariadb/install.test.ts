import { expect, it } from 'vitest'
import { newestPackage } from '../../../../scripts/mariadb/fetch.ts'
import { installLine } from '../../../../scripts/mariadb/install-line.ts'

it.each<[NodeJS.Platform, string, string | undefined]>([
  ['linux', 'ID=debian\nVERSION_ID="12"\n', 'sudo apt-get install mariadb-server-core'],
  ['linux', 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'sudo apt-get install mariadb-server-core'],
  ['linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'sudo dnf install mariadb-server'],
  ['linux', 'ID=alpine\n', 'sudo apk add mariadb'],
  ['linux', 'ID=manjaro\nID_LIKE=arch\n', 'sudo pacman -S mariadb'],
  ['linux', 'ID=nixos\n', undefined],
  ['linux', '', undefined],
  ['darwin', '', 'brew install mariadb'],
])('on %s with %j says %s', (platform, osRelease, want) => {
  expect(installLine(platform, osRelease)).toBe(want)
})

it.each([
  [['mariadb-server-core', 'mariadb-server-core-10.6'], 'mariadb-server-core'],
  [['mariadb-server-core-10.6', 'mariadb-server-core-10.11', 'mariadb-server-core-10.5'], 'mariadb-server-core-10.11'],
  [['mariadb-server-core-10.6', 'mariadb-server-core-10.6-dbgsym'], 'mariadb-server-core-10.6'],
  // apt then says itself that there is no such package.
  [[], 'mariadb-server-core'],
])('of %j takes %s', (names, want) => {
  expect(newestPackage(`${names.join('\n')}\n`)).toBe(want)
})

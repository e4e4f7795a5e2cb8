import { expect, it } from 'vitest'
import { debianMirror } from '../../../../scripts/mariadb/apt.ts'

it.each([
  {
    what: 'deb822',
    sources: ['Types: deb\n# http://old.example/debian\nURIs: http://mirror.example/debian\nSuites: bookworm\n'],
    want: 'http://mirror.example/debian',
  },
  {
    what: 'one line, with options',
    sources: [
      '# deb http://old.example/debian x main\ndeb [arch=amd64] https://mirror.example/debian/ bookworm main\n',
    ],
    want: 'https://mirror.example/debian/',
  },
  {
    what: 'security updates first',
    sources: ['URIs: http://mirror.example/debian-security\n', 'URIs: http://mirror.example/debian\n'],
    want: 'http://mirror.example/debian',
  },
  { what: 'another distribution', sources: ['URIs: http://mirror.example/ubuntu\n'], want: undefined },
  { what: 'nothing', sources: [], want: undefined },
])('finds the Debian archive in $what', ({ sources, want }) => {
  expect(debianMirror(sources)).toBe(want)
})

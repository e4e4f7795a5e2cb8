/** The panel's words for what comes from the API in English: none is left over, in either language, and none is of nothing. */
import { describe, expect, it } from 'vitest'
import { codes } from '../../../../codegen/profile/a2billing/codes.ts'
import { labels } from '../../../../codegen/profile/a2billing/labels.ts'
import { presentation } from '../../../../codegen/profile/a2billing/presentation.ts'
import { resources } from '../../../../generated/index.ts'
import { metadataFor } from '../../../../src/metadata/metadata.ts'
import { BUILT_IN } from '../../../../src/plugins/index.ts'
import { frenchWords } from '../../../../src/plugins/panel/web/src/i18n/french-words.ts'
import { spanishWords } from '../../../../src/plugins/panel/web/src/i18n/spanish-words.ts'
import { admin, apiOn } from '../../../helpers/callers.ts'
import { offlineDb } from '../../../helpers/offline-db.ts'

const own = BUILT_IN.flatMap((plugin) => (plugin.resources ?? []).map((resource) => [resource.name, resource] as const))
const api = apiOn(offlineDb(), new Map([...resources, ...own]))
const metadata = metadataFor(api, admin, BUILT_IN)

/** Of all versions, as the profile has them, and of this one, as the panel is told. */
const english = new Set([
  ...Object.values(labels),
  ...Object.values(presentation).map(({ label }) => label),
  ...Object.values(codes).flatMap((column) => Object.values(column.codes)),
  ...metadata.panels.map(({ label }) => label),
  ...metadata.resources.flatMap(({ label, fields }) => [
    label,
    ...fields.flatMap((field) => [field.label, ...(field.choices ?? []).map((choice) => choice.label)]),
  ]),
])

/** Names and words that are the same in the other language. */
const SAME = {
  French: [
    'Action',
    'Agent',
    'Agents',
    'Application',
    'Audit',
    'Code',
    'Commission, %',
    'Commissions',
    'Contact',
    'Date',
    'Description',
    'Destination',
    'Destinations',
    'E-mail',
    'Extension',
    'Fax',
    'Introduction',
    'Logo',
    'Message',
    'NAT',
    'Notification',
    'Options',
    'Page',
    'Port',
    'Restriction',
    'SIP/IAX',
    'SQL',
    'Secret',
    'Service',
    'Session',
    'Table',
    'Ticket',
    'Tickets',
    'Transaction',
    'Trunk',
    'Trunks',
    'Type',
    'Variable',
    'Version',
    'agent',
    'agents',
    'congestion',
    'correction',
    'maintenance',
    'notification',
    'standard',
    'trunk',
  ],
  Spanish: ['Banner', 'CVV', 'DID', 'Fax', 'NAT', 'SIP/IAX', 'SQL', 'Ticket', 'Tickets', 'Variable', 'error', 'no'],
} as const

describe.each([
  { language: 'French', words: frenchWords },
  { language: 'Spanish', words: spanishWords },
] as const)('$language', ({ language, words }) => {
  it('has a word for each that the API has in English', () => {
    expect(english.size).toBeGreaterThan(800)
    expect([...english].filter((word) => !Object.hasOwn(words, word))).toEqual([])
  })

  it('has no word for what the API does not say', () => {
    expect(Object.keys(words).filter((word) => !english.has(word))).toEqual([])
  })

  it('has words of its own, but where they are the same', () => {
    expect(
      Object.keys(words)
        .filter((word) => words[word] === word)
        .toSorted(),
    ).toEqual([...SAME[language]].toSorted())
  })

  it('leaves nothing to be filled in, which the panel takes for a place', () => {
    expect(Object.values(words).filter((word) => word.trim() === '' || /%\{|\|{4}/.test(word))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Drift, SchemaDifference } from '../../../src/drift/drift.ts'
import { refusalText } from '../../../src/drift/refusal.ts'

function drift(count: number): Drift {
  const differences = Array.from({ length: count }, (_, index): SchemaDifference => {
    return { severity: 'breaking', resource: 'card', text: `cc_card.c${index} is gone.` }
  })
  const additive: SchemaDifference = { severity: 'additive', resource: 'call', text: 'cc_call.new is there.' }
  return { status: 'breaking', differences: [...differences, additive], summary: 'some changes', live: new Map() }
}

describe('refusalText', () => {
  it('names what is breaking and what to run, and nothing that breaks nobody', () => {
    const text = refusalText(drift(1), [])
    expect(text).toContain('some changes')
    expect(text).toContain('  card  cc_card.c0 is gone.')
    expect(text).toContain('a2b generate --accept-breaking')
    expect(text).toContain('A2B_ON_DRIFT=warn a2b serve')
    expect(text).not.toMatch(/cc_call|more|GRANT/)
  })

  it('counts what would not fit', () => {
    const text = refusalText(drift(25), [])
    expect(text.match(/cc_card\.c/g)).toHaveLength(10)
    expect(text).toContain('and 15 more')
  })

  it('says what may only be hidden from this account, and how to see it', () => {
    expect(refusalText(drift(1), ['cc_call', 'cc_card.uipass'])).toMatch(
      /may not read cc_call, cc_card\.uipass: .*\n.*GRANT SELECT/,
    )
  })
})

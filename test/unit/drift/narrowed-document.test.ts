import { readFileSync } from 'node:fs'
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import type { LiveTable } from '../../../src/drift/drift.ts'
import { narrow } from '../../../src/drift/narrow.ts'
import { narrowedDocument } from '../../../src/drift/narrowed-document.ts'

const document: OpenAPIObject = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
)

/** The document of a database that is as generated but for `change`. */
function narrowed(change: (live: Map<string, LiveTable & { columns: Set<string> }>) => void): OpenAPIObject {
  const live = new Map(
    [...resources.values()].map(({ table, columns }) => {
      const names = new Set(columns.map(({ name }) => name))
      return [
        table,
        {
          columns: names,
          changed: new Set<string>(),
          hasNewColumns: false,
          hasSameKey: true,
          unfillable: new Set<string>(),
        },
      ]
    }),
  )
  change(live)
  return narrowedDocument(document, resources, narrow(resources, live))
}

/** `$ref`s that lead nowhere. */
function deadReferences(value: OpenAPIObject): string[] {
  const references = new Set(
    [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(String),
  )
  return [...references].filter((text) => {
    const [, kind = '', name = ''] = /components\/(\w+)\/([^"]+)"/.exec(text) ?? []
    return !(value.components as Record<string, Record<string, unknown>>)[kind]?.[name]
  })
}

describe('narrowedDocument', () => {
  it('is the document itself where nothing was lost', () => {
    expect(narrowed(() => undefined)).toEqual(document)
  })

  it('says nothing of a resource that is gone, and nothing else is missing', () => {
    const now = narrowed((live) => live.delete('cc_charge'))
    const paths = (of: OpenAPIObject): string[] => Object.keys(of.paths ?? {})
    expect(paths(document).filter((path) => !paths(now).includes(path))).toEqual([
      '/api/charge/',
      '/api/charge/{key}/',
      '/api/charge/{key}/delete/',
    ])
    const schemas = (of: OpenAPIObject): string[] => Object.keys(of.components?.schemas ?? {})
    expect(schemas(document).filter((name) => !schemas(now).includes(name))).toEqual([
      'Charge',
      'Charge.List',
      'Charge.New',
      'Charge.Created',
      'Charge.Patch',
    ])
    expect(now.tags?.some(({ name }) => name === 'charge')).toBe(false)
    expect(deadReferences(now)).toEqual([])
    // The control: what this finds nothing of is there in the full document.
    expect(document.tags?.some(({ name }) => name === 'charge')).toBe(true)
  })

  it('says nothing of a field that is gone, under the name that clients know', () => {
    const now = narrowed((live) => live.get('cc_logrefill')?.columns.delete('card_id'))
    const text = (of: OpenAPIObject): string =>
      JSON.stringify([
        of.paths?.['/api/logrefill/'],
        of.components?.schemas?.['Logrefill'],
        of.components?.schemas?.['Logrefill.New'],
      ])
    expect(text(document)).toContain('"card"')
    expect(text(now)).not.toContain('"card"')
    expect(deadReferences(now)).toEqual([])
  })

  it('leaves no row paths to a resource that has lost its key', () => {
    const now = narrowed((live) => live.get('cc_card')?.columns.delete('id'))
    const paths = Object.keys(now.paths ?? {}).filter((path) => path.startsWith('/api/card/'))
    expect(paths).toEqual(['/api/card/'])
    expect(now.paths?.['/api/card/']?.post).toBeUndefined()
    expect(deadReferences(now)).toEqual([])
  })

  it('leaves out what is refused', () => {
    const now = narrowed((live) => {
      const calls = live.get('cc_call')
      if (!calls) throw new Error('no calls')
      calls.columns.delete('card_id')
      live.set('cc_call', { ...calls, changed: new Set(['card_id']), unfillable: new Set(['card_id']) })
    })
    expect(now.paths?.['/api/call/']?.post).toBeUndefined()
    expect(now.paths?.['/api/card/{key}/']?.delete).toBeUndefined()
    expect(now.paths?.['/api/card/{key}/delete/']).toBeUndefined()
    expect(now.paths?.['/api/card/{key}/']?.put).toBeDefined()
    expect(deadReferences(now)).toEqual([])
  })
})

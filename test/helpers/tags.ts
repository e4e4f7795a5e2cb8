/** What a row answers to who names its tag, and to who names another. */
import { expect } from 'vitest'
import type { TestApi } from './api.ts'

const WRITES = [
  ['PUT', ''],
  ['PATCH', ''],
  ['POST', ''],
  ['DELETE', ''],
  ['POST', 'delete/'],
  ['DELETE', 'delete/'],
] as const

/**
 * @param path - of a row that there is
 * @param isWritten - whether its resource is written to
 */
export async function expectTags(api: TestApi, path: string, isWritten: boolean): Promise<void> {
  const row = await api.request('GET', path)
  const tag = row.headers.get('ETag') ?? ''
  expect((await api.request('GET', path, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  for (const [method, suffix] of isWritten ? WRITES : []) {
    const body = suffix === '' && method !== 'DELETE' ? { body: {} } : {}
    const refused = await api.request(method, path + suffix, { headers: { 'If-Match': '"another"' }, ...body })
    expect([method, suffix, refused.status]).toEqual([method, suffix, 412])
  }
  expect((await api.request('GET', path)).text).toBe(row.text)
}

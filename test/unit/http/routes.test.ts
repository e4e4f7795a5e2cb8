import { getHeapStatistics } from 'node:v8'
import { Router } from '@koa/router'
import type { Context, Middleware } from 'koa'
import { expect, it } from 'vitest'
import { guarded, LOGIN } from '../../../src/access.ts'
import { collectYoung, compactHeap } from '../../../src/heap.ts'
import { fairShare } from '../../../src/http/fair-share.ts'
import { dispatch, mountOf } from '../../../src/http/routes.ts'

const [REQUESTS, ANSWER] = [40, 50_000]

/** @returns bytes that are still there when what is young and not used any more has been collected */
async function keptBy(middleware: Middleware): Promise<number> {
  compactHeap()
  const before = getHeapStatistics().used_heap_size
  for (let request = 0; request < REQUESTS; request++) {
    const ctx = { path: '/api/call/', method: 'GET', state: { caller: { id: 1 } } } as unknown as Context
    await middleware(ctx as Parameters<Middleware>[0], async () => {})
  }
  collectYoung()
  return getHeapStatistics().used_heap_size - before
}

async function answer(ctx: Context): Promise<void> {
  await Promise.resolve()
  ctx.state.json = { latin1: Buffer.alloc(ANSWER).toString('latin1') }
}

it('keeps no answer of those that wait for their turns themselves', async () => {
  const router = new Router().get('/api/call/', Object.assign(guarded(LOGIN, answer), { takesTurns: true }))
  const mounts = new Map([['/api/call', mountOf(router)]])
  const ours = dispatch(mounts, async () => {}, fairShare(1))
  const tenth = (REQUESTS * ANSWER) / 10
  expect(await keptBy(ours)).toBeLessThan(tenth)
  // The control: a function written where a property is assigned is made among V8's old objects, with all that it sees.
  const control: Middleware = async (ctx) => {
    ctx.state.inTurn = () => ctx
    await answer(ctx)
  }
  expect(await keptBy(control)).toBeGreaterThan(5 * tenth)
})

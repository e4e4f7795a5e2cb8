import { expect, it } from 'vitest'
import { outcomeUnknown } from '../../../src/db/errors.ts'
import { ApiError } from '../../../src/errors.ts'
import { attempting } from '../../../src/db/attempts.ts'
import { inUse } from '../../../src/money/keys.ts'

/** Fails with each of these in turn. */
function failing(...errors: readonly Error[]): () => Promise<never> {
  let count = 0
  return async () => {
    throw errors[Math.min(count++, errors.length - 1)]
  }
}

it('a COMMIT that was lost, and still holds its key, is unknown: nobody is told to come again', async () => {
  const unknown = await attempting(failing(outcomeUnknown(undefined), inUse(undefined))).catch((error) => error)
  expect(unknown).toMatchObject({ code: 'outcome_unknown' })
  expect(unknown.headers).not.toHaveProperty('Retry-After')
})

it('control: a refusal that was found out by asking is told, and so is a key that was in use from the first', async () => {
  const refusal = new ApiError('balance_too_low', 'too low')
  await expect(attempting(failing(outcomeUnknown(undefined), refusal))).rejects.toBe(refusal)
  await expect(attempting(failing(inUse(undefined)))).rejects.toMatchObject({ code: 'idempotency_key_in_use' })
})

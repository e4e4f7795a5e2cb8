/** `agg=`, `group=`, `having=`, `tz=`: their SQL, and what is refused. */
import { describe, expect, it } from 'vitest'
import type { ApiError } from '../../../src/errors.ts'
import { listRows } from '../../helpers/rows.ts'
import { zoneNamed } from '../../../src/resources/buckets.ts'
import { call, card, offlineApi, reader } from './resources.ts'

async function statementFor(query: string) {
  const api = offlineApi()
  await listRows(api, call, reader, query)
  return api.db.last()
}

describe('figures', () => {
  it('are a list of groups', async () => {
    const query =
      'agg=count,sum(ratio)&group=card,starttime:day&id__gt=5&having={"count__gt":2}&ordering=-count&page=2&limit=10'
    expect(await statementFor(query)).toEqual({
      sql:
        'select `t0`.`v0`, `t0`.`v1`, `t0`.`v2`, cast(`t0`.`v3` as char) from (select `t0`.`card_id` as `v0`, ' +
        'date(`t0`.`starttime`) as `v1`, count(*) as `v2`, sum(`t0`.`ratio`) as `v3` from `cc_call` as `t0` ' +
        'where `t0`.`id` > ? group by `t0`.`card_id`, date(`t0`.`starttime`)) as `t0` where (`t0`.`v2` > ?) ' +
        'order by `t0`.`v2` desc, `t0`.`v0` desc, `t0`.`v1` desc limit ? offset ?',
      parameters: ['#5', '#2', 11, 10],
    })
  })

  it('of all rows are one', async () => {
    expect(await statementFor('agg=count')).toEqual({
      sql: 'select `t0`.`v0` from (select count(*) as `v0` from `cc_call` as `t0`) as `t0` order by `t0`.`v0` limit ? offset ?',
      parameters: [21, 0],
    })
  })

  it('are compiled once', async () => {
    const api = offlineApi()
    for (const id of ['1', '2', '3']) {
      await listRows(api, call, reader, `agg=sum(ratio)&group=card&id__gt=${id}&having={"sum_ratio__gt":${id}}`)
    }
    expect(api.db.compilations()).toBe(1)
  })

  it.each([
    ['agg=cont', 'agg', /^"cont" is no figure, at character 1 of "agg": .* Did you mean "count"\?$/],
    ['agg=count,smu(id)', 'agg', /^"smu\(id\)" is no figure, at character 7 of "agg": .* Did you mean "sum"\?$/],
    ['agg=sum(src)', 'agg', /^call has no field "src" for sum, at character 1 of "agg"\./],
    ['agg=sum(ration)', 'agg', /Did you mean "ratio"\?$/],
    ['agg=max(state)', 'agg', /^call has no field "state" for max/],
    ['agg=count,count', 'agg', /^"count" is asked for twice\.$/],
    ['agg=', 'agg', /^"" is no figure/],
    [
      'group=crad',
      'group',
      /^call has no field "crad" to group by, at character 1 of "group"\. Did you mean "card"\?$/,
    ],
    ['group=extra', 'group', /^call has no field "extra" to group by/],
    [
      'group=starttime:dya',
      'group',
      /^"dya" is no hour, day, week, month, year, at character 1 of "group"\. Did you mean "day"\?$/,
    ],
    ['group=src:day', 'group', /^The field "src" has no day, at character 1 of "group"\.$/],
    ['group=id,card,src,state,ratio', 'group', /^There are 5 groupings; at most 4 are made\.$/],
    ['group=card&having={"cuont":1}', 'having', /^At "\/cuont": .* Did you mean "count"\?$/],
    ['group=starttime:day&tz=Europe/Pariss', 'tz', /Did you mean "Europe\/Paris"\?$/],
    ['group=starttime:day&tz=%2B99:00', 'tz', /^There is no time zone "\+99:00"/],
    ['having={}', 'having', /^The parameter "having" says something of figures: give "agg" or "group", too\.$/],
    [
      'group=card&ordering=cuont',
      'ordering',
      /^call has no field "cuont" to order by, at character 1 of "ordering"\. Did you mean "count"\?$/,
    ],
    ['group=card&fields=card', 'fields', /^The parameter "fields" cannot be given beside "agg" and "group"/],
    ['group=card&cursor=', 'cursor', /^The parameter "cursor" cannot be given beside/],
  ])('%s is refused', async (query, parameter, detail) => {
    const error: unknown = await listRows(offlineApi(), call, reader, query).catch((thrown: unknown) => thrown)
    const { code, errors } = error as ApiError
    expect([code, errors?.[0]?.parameter]).toEqual(['invalid_parameter', parameter])
    expect(errors?.[0]?.detail).toMatch(detail)
  })

  it('of secrets are as unknown as any other', async () => {
    for (const query of ['agg=max(uipass)', 'group=uipass', 'agg=count(uipass)']) {
      const error: unknown = await listRows(offlineApi(), card, reader, query).catch((thrown: unknown) => thrown)
      expect((error as ApiError).message).toMatch(/^card has no field "uipass"/)
    }
  })
})

describe('the clocks of a zone', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T00:59:59Z', 3600],
    ['Europe/Paris', '2026-03-29T01:00:00Z', 7200],
    ['Europe/Paris', '2026-10-25T00:59:59Z', 7200],
    ['Europe/Paris', '2026-10-25T01:00:00Z', 3600],
    ['America/New_York', '2007-03-11T07:00:00Z', -14400],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 39600],
    ['Asia/Kolkata', '2026-06-01T00:00:00Z', 19800],
    ['UTC', '2026-06-01T00:00:00Z', 0],
    ['-03:30', '2026-06-01T00:00:00Z', -12600],
  ])('%s at %s', (name, moment, seconds) => {
    const at = Date.parse(moment) / 1000
    expect(zoneNamed(name)?.offsets.find(({ since }) => at >= since)?.seconds).toBe(seconds)
  })
})

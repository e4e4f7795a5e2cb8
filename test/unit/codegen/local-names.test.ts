import { expect, it } from 'vitest'
import { buildSchema } from '../../../codegen/model/build-schema.ts'
import { a2billing } from '../../../codegen/profile/a2billing/index.ts'
import { extendProfile } from '../../../codegen/profile/profile.ts'
import { column, id, snapshot, table } from '../../helpers/snapshot.ts'

const build = (tablePrefix: string, ...names: string[]) =>
  buildSchema(
    snapshot(...names.map((name) => table(name, [id, column('uipass', 'varchar(9)'), column('config_value', 'text')]))),
    extendProfile(a2billing, { tablePrefix }),
  ).tables.map(({ name, knownAs, readOnly, columns }) => ({
    name,
    knownAs,
    readOnly: readOnly !== undefined,
    secret: columns.find((each) => each.name === 'config_value')?.secret !== undefined,
  }))

it('knows A2Billing’s tables under another prefix', () => {
  expect(build('tel_', 'tel_config')).toEqual([
    { name: 'tel_config', knownAs: 'cc_config', readOnly: true, secret: true },
  ])
})

it('says nothing of tables that A2Billing does not have', () => {
  expect(build('tel_', 'tel_audit')).toEqual([
    { name: 'tel_audit', knownAs: undefined, readOnly: false, secret: false },
  ])
})

it('takes no secret from a table that has A2Billing’s own name, whatever prefix is set', () => {
  const own = { name: 'cc_config', knownAs: undefined, readOnly: true, secret: true }
  expect(build('c', 'cc_config')).toEqual([own])
  expect(build('', 'cc_config')).toEqual([own])
  expect(build('tel_', 'cc_config', 'tel_other')).toEqual([own, expect.objectContaining({ name: 'tel_other' })])
})

it('takes no table without any prefix for one of A2Billing’s', () => {
  expect(build('', 'config')).toEqual([{ name: 'config', knownAs: undefined, readOnly: false, secret: false }])
})

it('opens an action table by the name it has in the database, and no other', () => {
  const profile = extendProfile(a2billing, { tablePrefix: 'tel_', openActions: ['tel_config'] })
  const { tables } = buildSchema(snapshot(table('tel_config', [id]), table('tel_monitor', [id])), profile)
  expect(tables.map(({ name, readOnly }) => [name, readOnly !== undefined])).toEqual([
    ['tel_config', false],
    ['tel_monitor', true],
  ])
})

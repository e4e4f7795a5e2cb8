/** Columns with awkward names, and references between tables that have several. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fieldOf } from '../../../src/resources/resource.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleValue } from '../../helpers/sample-row.ts'
import { type Row, useHardCases } from './hard-cases.ts'

describeDatabase('the hard cases', () => {
  const hard = useHardCases('names')
  const { ask, list, create, resource } = hard

  describe('columns with awkward names', () => {
    it.each([
      'signs',
      'reserved_words',
      'query_words',
      'operator_words',
      'say `it\'s "so"',
      'with space',
      'dot.ted',
      '日本',
      'a/b\\c',
      '1st',
    ])('of %s can each be written, filtered by and sorted by', async (table) => {
      const one = resource(table)
      const path = `/api/${one.name}/`
      const columns = one.columns.filter((column) => column.name !== 'id' && column.name !== 'parent')
      const fields = columns.map(fieldOf)
      const rows: Row[] = []
      for (const seed of [1, 2]) {
        rows.push(
          await create(
            one.name,
            Object.fromEntries(columns.map((column) => [fieldOf(column), sampleValue(column.type, seed)])),
          ),
        )
      }
      const [first, second] = rows as [Row, Row]
      for (const field of fields) {
        const quoted = `"${field.replaceAll('"', '""')}"`
        const value = encodeURIComponent(String(first[field]))
        const query = (name: string, text: string): string => `${path}?${encodeURIComponent(name)}=${text}`
        expect([field, await list(query(quoted, value))]).toEqual([field, [first]])
        expect([field, await list(query(`${quoted}__eq`, value))]).toEqual([field, [first]])
        expect([field, await list(query(`-${quoted}`, value))]).toEqual([field, [second]])
        expect([field, await list(query('ordering', encodeURIComponent(quoted)))]).toEqual([field, [first, second]])
        expect([field, await list(query('ordering', encodeURIComponent(`-${quoted}`)))]).toEqual([
          field,
          [second, first],
        ])
      }
    })

    it('need quotes only where the query gives their signs a meaning, and mean nothing else without', async () => {
      const names = resource('signs')
        .columns.map(fieldOf)
        .filter((name) => !/^[-"]/.test(name))
      for (const name of names)
        expect([name, (await ask('GET', `/api/signs/?${encodeURIComponent(name)}=1`)).status]).toEqual([name, 200])
      const documented = (hard.api.openapi as { paths: Record<string, { get: { parameters: Row[] } }> }).paths[
        '/api/signs/'
      ]
      expect(documented?.get.parameters).toContainEqual(expect.objectContaining({ name: '"-id"' }))
      const minus = await list('/api/signs/?-id=1')
      expect(minus).toEqual((await list('/api/signs/')).filter(({ id }) => id !== 1))
      expect((await ask('GET', '/api/querywords/?page=x')).status).toBe(400)
      expect((await ask('GET', '/api/signs/?--idd=1')).text).toContain('Did you mean')
    })
  })

  describe('references', () => {
    beforeAll(async () => {
      await hard.connection.query(`delete from letter; delete from person where id > 1;
        insert into person (id, code, name, boss) values (2, 'b', 'Bea', 1), (3, 'c', 'Cem', 2);
        insert into letter (id, sender, receiver, \`read by\`, copy_to, name) values
          (1, 1, 2, 3, 'b', 'one'), (2, 2, 1, null, null, 'two'), (3, 3, 3, 1, 'c', 'three');
        insert into in_group (\`group\`, name) values ('g', 'x'), ('g', 'y'), ('h', 'z');
        insert into asks_group (member, name) values ('g', 'in g'), ('h', 'in h'), (null, 'in none')`)
    })

    const names = async (path: string): Promise<unknown[]> => (await list(path)).map((row) => row['name'])

    it.each([
      ['sender__name=Bea', ['two']],
      ['receiver__name=Bea', ['one']],
      ['sender__name=Bea&receiver__name=Ann', ['two']],
      ['read%20by__name=Cem', ['one']],
      ['read%20by__name__is_null=true', ['two']],
      ['copy_to__name=Bea', ['one']],
      ['-copy_to__name=Bea', ['two', 'three']],
      ['sender__boss__boss__name=Ann', ['three']],
      ['sender__boss__name=Ann', ['two']],
    ])('are each followed on their own: letter %s', async (query, want) => {
      expect(await names(`/api/letter/?ordering=id&${query}`)).toEqual(want)
    })

    it.each([
      ['member__name=x', ['in g']],
      ['member__name__in=x,y', ['in g']],
      ['-member__name=x', ['in h', 'in none']],
      ['-member__name__in=x,z', ['in none']],
      ['member__name=x&member__group=g', ['in g']],
      ['member__name__is_null=true', ['in none']],
    ])(
      'to what several rows have repeat nothing, and negated leave out what they would find: %s',
      async (query, want) => {
        expect(await names(`/api/asksgroup/?ordering=id&${query}`)).toEqual(want)
      },
    )

    it('keep a row that others refer to, name them, and go round in circles', async () => {
      const refused = await ask('DELETE', '/api/person/2/')
      expect(refused.status).toBe(409)
      expect(refused.text).toMatch(/Rows of .*letter.* refer to this person/)
      const egg = await create('egg', { name: 'e' })
      const hen = await create('hen', { egg: egg['id'], name: 'h' })
      await ask('PATCH', `/api/egg/${egg['id']}/`, { hen: hen['id'] })
      expect(await names('/api/egg/?hen__egg__hen__name=h')).toEqual(['e'])
      expect((await ask('DELETE', `/api/hen/${hen['id']}/`)).status).toBe(409)
      expect((await ask('POST', '/api/egg/', { hen: 999 })).status).toBe(422)
    })

    it("over several columns are the database's to keep", async () => {
      expect((await ask('POST', '/api/pairchild/', { a: 'no', b: 'one', name: 'x' })).status).toBe(422)
      await create('keypair', { a: 'p', b: 'q' })
      await create('pairchild', { a: 'p', b: 'q', name: 'x' })
      expect((await ask('DELETE', '/api/keypair/p,q/')).status).toBe(409)
    })
  })
})

/** A file to rows, as an operator does it in the panel. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../helpers/api.ts'
import { describeBrowser, launchBrowser, openPage } from '../helpers/browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describeBrowser('an import in the panel', () => {
  let api: TestApi
  let browser: Browser
  let connection: Connection
  let page: Page
  let complaints: readonly string[]
  beforeAll(async () => {
    api = await startTestApi({ rows: true })
    browser = await launchBrowser()
    connection = await createConnection({ uri: api.database.url })
    const isReady = async (): Promise<boolean> =>
      (await api.request('GET', '/admin/', { as: null })).text.includes('id="root"')
    while (!(await isReady())) await delay(500)
    ;({ page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } }))
    await page.goto(`${api.url}/admin/`)
    await page.getByLabel('Username').fill(ADMIN.name)
    await page.locator('input[name=password]').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: ADMIN.name }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await connection.end()
    await api.close()
  })

  const count = async (where: string): Promise<number> => {
    const [[row]] = await connection.query<RowDataPacket[]>(`select count(*) n from ${where}`)
    return Number(row?.['n'])
  }
  const choose = async (resource: string, csv: string): Promise<void> => {
    await page.goto(`${api.url}/admin/#/${resource}`)
    await page.getByRole('button', { name: 'Import' }).click()
    await choosing(csv)
  }
  const choosing = (csv: string): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name: 'some.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const press = (name: string): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

  it('is checked, corrected and done, with a field for every line', async () => {
    await choose('ratecard', 'dialprefix,destination,rateinitial\n99881,33,0.5\n99882,33,0x5\n')
    await press('Check')
    await page.getByText('rateinitial: Must be a decimal number').waitFor()
    expect(await page.locator('tbody td').filter({ hasText: /^3$/ }).count()).toBe(1)
    // What was pressed comes to rest.
    await delay(600)
    await page.evaluate(AXE)
    expect(
      await page.evaluate<object[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0]?.html]))',
      ),
    ).toEqual([])
    await choosing('dialprefix,destination,rateinitial\n99881,33,0.5\n99882,33,0.5\n')
    await page.getByLabel('For every line, a field more').click()
    await page.getByRole('option', { name: '(idtariffplan)' }).click()
    await page.getByRole('combobox', { name: 'Rate card' }).click()
    await page.getByRole('option', { name: '(1)' }).first().click()
    await press('Check')
    await page.getByText('Of 2 lines, 2 would be new rows').waitFor()
    expect(await count("cc_ratecard where dialprefix like '9988_'")).toBe(0)
    await press('Import')
    await page.getByText('Of 2 lines, 2 are new rows').waitFor()
    expect(await count("cc_ratecard where dialprefix like '9988_' and idtariffplan = 1")).toBe(2)
    await press('Close')
    await page.getByText('99882').first().waitFor()
  })

  it('that is stopped goes on, though the dialog was closed meanwhile, and has each line once', async () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `i${index},i${index},x,1,0`)
    await choose('card', `username,useralias,uipass,tariff,credit\n${lines.join('\n')}\n`)
    await press('Import')
    await page.getByText(/: [1-9]\d* of 4000 lines/).waitFor()
    await press('Stop')
    await page.getByText('It was broken off after').waitFor()
    await press('Cancel')
    expect(await count("cc_card where username regexp '^i[0-9]+$'")).toBeLessThan(4000)
    await page.getByRole('button', { name: 'Import' }).click()
    await press('Go on')
    await page.getByText('Of 4000 lines, 4000 are new rows').waitFor()
    expect(await count("cc_card where username regexp '^i[0-9]+$'")).toBe(4000)
    await press('Close')
  }, 60_000)

  it('finds rows that are there, and says which lines were not stored', async () => {
    await choose('card', 'username,useralias,uipass,tariff,credit,city\ni1,i1,x,1,5,Lyon\nj1,i2,x,1,5,Lyon\n')
    await page.getByLabel('Rows that are there already').click()
    await page.getByRole('option', { name: 'found by username' }).click()
    await press('Import')
    await page.getByText('Of 2 lines, 0 are new rows, 1 have changed rows, 1 were not stored.').waitFor()
    await page.getByText('Another card already has this useralias.').waitFor()
    expect(await count("cc_card where username = 'i1' and city = 'Lyon' and credit = 0")).toBe(1)
  })

  it('complained of nothing but the file that was wrong', () => {
    const other = complaints.filter((text) => !/status of 422 .*\/api\/import\//.test(text))
    expect(other).toEqual([])
    expect(complaints.length).toBe(1)
  })
})

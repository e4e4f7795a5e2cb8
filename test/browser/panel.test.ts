/** The admin panel as an operator uses it, in a real browser on a real server. */
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { RowDataPacket } from 'mysql2/promise'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Metadata } from '../../src/metadata/metadata.ts'
import { ADMIN } from '../helpers/api.ts'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

/** Who may look at customers and change them, and not refill. */
const CLERK = { name: 'looker', password: 'a password for the looker' }

describeBrowser('the panel', () => {
  let panel: TestPanel
  let api: TestPanel['api']
  let connection: TestPanel['connection']
  const one: TestPanel['one'] = (sql) => panel.one(sql)
  const signIn: TestPanel['signIn'] = (as, options) => panel.signIn(as, options)
  const open: TestPanel['open'] = (page, path) => panel.open(page, path)

  beforeAll(async () => {
    panel = await startTestPanel()
    ;({ api, connection } = panel)
    await panel.addUser(CLERK, ['card:list', 'card:get', 'card:update'])
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  /** @returns what asks whether the session that the page has now is one, later too */
  async function sessionOf(page: Page): Promise<() => Promise<number>> {
    const [cookie] = await page.context().cookies()
    const headers = { Cookie: `${cookie?.name}=${cookie?.value}` }
    return async () => (await api.request('GET', '/api/session/', { as: null, headers })).status
  }

  it('loads no more than 400 kB of scripts before anything is shown', async () => {
    const page = (await api.request('GET', '/admin/', { as: null })).text
    const names = Array.from(page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g), ([, name = '']) => name)
    expect(names.length).toBeGreaterThan(0)
    const bytes = await Promise.all(names.map(async (name) => (await fetch(`${api.url}/admin/${name}`)).arrayBuffer()))
    const zipped = bytes.reduce((sum, script) => sum + gzipSync(Buffer.from(script)).length, 0)
    expect(zipped).toBeLessThan(400_000)
    expect(zipped).toBeGreaterThan(100_000)
  })

  it('refuses a wrong password, and says so', async () => {
    panel.expects('401 /api/session/')
    const { page } = await panel.visit()
    await page.goto(`${api.url}/admin/`)
    await page.getByLabel('Username').fill(ADMIN.name)
    await page.locator('input[name=password]').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Name or password is not right.').waitFor()
    expect(await page.context().cookies()).toEqual([])
  })

  it('finds a customer by words, and leads to him by a link', async () => {
    const { page } = await signIn()
    await open(page, '/')
    await page.getByLabel('Find a customer').fill('hannah gro')
    await page.keyboard.press('Enter')
    const rows = page.locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(1)
    await page.locator('tbody a').first().click()
    await page.getByRole('heading', { name: 'Hannah Groß' }).waitFor()
  })

  it('has no secret sent that it would not show, even to who may see secrets', async () => {
    expect((await api.request('GET', '/api/card/5/')).text).toContain('"uipass"')
    const { page } = await signIn()
    const bodies: Promise<string>[] = []
    page.on('response', (response) => {
      if (/\/api\/card\/(5\/|\?)/.test(response.url())) bodies.push(response.text())
    })
    await open(page, '/card')
    await page.locator('tbody a').first().waitFor()
    await open(page, '/card/5/show')
    await page.getByRole('button', { name: 'Refill' }).waitFor()
    const texts = await Promise.all(bodies)
    expect(texts.length).toBeGreaterThanOrEqual(2)
    expect(texts.filter((text) => /"(uipass|loginkey|lock_pin)"/.test(text))).toEqual([])
  })

  it('takes the usual days where the address names none', async () => {
    const { page } = await signIn()
    await open(page, '/money?from=2026-99-99&to=abc')
    await page.locator('tfoot').waitFor()
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('refills once, however often it is pressed, and shows what the server answers', async () => {
    const { page } = await signIn()
    const before = await one('select credit from cc_card where id = 5')
    const logs = await one('select count(*) n from cc_logrefill where card_id = 5')
    await open(page, '/card/5/show')
    await page.getByRole('button', { name: 'Refill' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('12.34567')
    await dialog.getByRole('button', { name: 'Refill' }).click()
    await dialog.getByRole('button', { name: 'Yes, do it' }).dblclick()
    await dialog.getByText('Balance now').waitFor()
    const { credit } = await one('select credit from cc_card where id = 5')
    expect(await one(`select '${credit}' - 12.34567 = '${before['credit']}' as is_right`)).toEqual({ is_right: 1 })
    expect(await dialog.innerText()).toContain(String(credit))
    expect(await one('select count(*) n from cc_logrefill where card_id = 5')).toEqual({ n: Number(logs['n']) + 1 })
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.locator('dd').allInnerTexts()).toContain(String(credit))
  })

  it('asks about what a key that is held down would confirm', async () => {
    const { page } = await signIn()
    const before = await one('select credit from cc_card where id = 14')
    await open(page, '/card/14/show')
    await page.getByRole('button', { name: 'Refill' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('3')
    for (let held = 0; held < 5; held++) {
      await page.keyboard.down('Enter')
      await delay(60)
    }
    await page.keyboard.up('Enter')
    await dialog.getByRole('button', { name: 'Yes, do it' }).waitFor()
    expect(await one('select credit from cc_card where id = 14')).toEqual(before)
    await page.keyboard.press('Enter')
    await dialog.getByText('Balance now').waitFor()
  })

  it('does once what was answered and never heard, though the dialog was closed', async () => {
    panel.expects('ERR_FAILED /custom_api/refill/15')
    const { page } = await signIn()
    const before = await one('select credit from cc_card where id = 15')
    await open(page, '/card/15/show')
    await page.route('**/custom_api/refill/15', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Refill' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('5')
    await dialog.getByRole('button', { name: 'Refill' }).click()
    await dialog.getByRole('button', { name: 'Yes, do it' }).click()
    await dialog.getByText('It is not known whether it was done.').waitFor()
    await page.unroute('**/custom_api/refill/15')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    const { credit } = await one('select credit from cc_card where id = 15')
    expect(await one(`select '${before['credit']}' + 5 = '${credit}' as is_right`)).toEqual({ is_right: 1 })
    await expect.poll(() => page.locator('dd').allInnerTexts()).toContain(String(credit))
    await page.getByRole('button', { name: 'Refill' }).click()
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('5')
    await dialog.getByRole('button', { name: 'Refill' }).click()
    await dialog.getByText('Balance now').waitFor()
    expect(await one('select credit from cc_card where id = 15')).toEqual({ credit })
  })

  it('asks again about another amount after a failure', async () => {
    panel.expects('403 /custom_api/refill/12')
    const { page } = await signIn()
    const { credit: before } = await one('select credit from cc_card where id = 12')
    await open(page, '/card/12/show')
    await page.getByRole('button', { name: 'Refill' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('1')
    await dialog.getByRole('button', { name: 'Refill' }).click()
    const problem = { type: 'urn:a2billing-api:error:forbidden', status: 403, detail: 'Not this one.' }
    const refusal = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await page.route('**/custom_api/refill/*', (route) => route.fulfill(refusal), { times: 1 })
    await dialog.getByRole('button', { name: 'Yes, do it' }).click()
    await dialog.getByText('Not this one.').waitFor()
    await dialog.getByLabel('Amount').fill('1000')
    await dialog.getByRole('button', { name: 'Refill' }).click()
    await dialog.getByText('Refill: 1000').waitFor()
    expect(await one('select credit from cc_card where id = 12')).toEqual({ credit: before })
  })

  it('charges, and takes no amount that is none', async () => {
    const { page } = await signIn()
    const { credit: before } = await one('select credit from cc_card where id = 6')
    await open(page, '/card/6/show')
    await page.getByRole('button', { name: 'Charge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('1,5')
    expect(await dialog.getByRole('button', { name: 'Charge' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Amount').fill('1.5')
    await dialog.getByRole('button', { name: 'Charge' }).click()
    await dialog.getByRole('button', { name: 'Yes, do it' }).click()
    await dialog.getByText('Done').waitFor()
    expect(await one(`select credit = '${before}' - 1.5 as is_right from cc_card where id = 6`)).toEqual({
      is_right: 1,
    })
  })

  it('refills by the keyboard alone', async () => {
    const { page } = await signIn()
    const { credit: before } = await one('select credit from cc_card where id = 8')
    await open(page, '/card/8/show')
    const button = page.getByRole('button', { name: 'Refill' })
    await button.waitFor()
    const focused = (): Promise<string> => page.evaluate<string>("document.activeElement?.innerText ?? ''")
    for (let pressed = 0; (await focused()) !== 'Refill'; pressed++) {
      if (pressed > 200) throw new Error('Tab does not lead to the button')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Amount').waitFor()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Yes, do it' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Balance now').waitFor()
    expect(await one(`select credit = '${before}' + 2 as is_right from cc_card where id = 8`)).toEqual({ is_right: 1 })
  })

  it('changes what was changed and nothing else, and shows both versions where somebody else did', async () => {
    panel.expects('412 /api/card/9/')
    const { page } = await signIn()
    const before = await one('select * from cc_card where id = 9')
    await open(page, '/card/9')
    const city = page.getByLabel('City')
    await city.fill('Ulm')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await one('select * from cc_card where id = 9')).toEqual({ ...before, city: 'Ulm' })

    await open(page, '/card/9')
    await page.waitForLoadState('networkidle')
    await city.fill('Bonn')
    await connection.query("update cc_card set city = 'Kiel' where id = 9")
    await page.getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Kiel').waitFor()
    expect(await dialog.innerText()).toContain('Bonn')
    expect(await one('select city from cc_card where id = 9')).toEqual({ city: 'Kiel' })
    await dialog.getByRole('button', { name: 'Take what is there now' }).click()
    await expect.poll(() => city.inputValue()).toBe('Kiel')
    await page.waitForLoadState('networkidle')
    await city.fill('Graz')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await one('select city from cc_card where id = 9')).toEqual({ city: 'Graz' })
  })

  it('saves what was changed here over what was shown beside it, and over nothing later', async () => {
    panel.expects('412 /api/card/10/')
    const { page } = await signIn()
    await open(page, '/card/10')
    await page.waitForLoadState('networkidle')
    await page.getByLabel('City').fill('Bonn')
    await connection.query("update cc_card set city = 'Kiel', phone = '0431' where id = 10")
    await page.getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Kiel').waitFor()
    await connection.query("update cc_card set city = 'Jena' where id = 10")
    await dialog.getByRole('button', { name: 'Save mine all the same' }).click()
    await dialog.getByText('Jena').waitFor()
    expect(await one('select city from cc_card where id = 10')).toEqual({ city: 'Jena' })
    await dialog.getByRole('button', { name: 'Save mine all the same' }).click()
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await one('select city, phone from cc_card where id = 10')).toEqual({ city: 'Bonn', phone: '0431' })
  })

  it('edits a customer while a call is charged', async () => {
    const { page } = await signIn()
    await open(page, '/card/11')
    await page.waitForLoadState('networkidle')
    await page.getByLabel('City').fill('Rom')
    await connection.query('update cc_card set credit = credit - 1, nbused = nbused + 1 where id = 11')
    const { credit } = await one('select credit from cc_card where id = 11')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await one('select city, credit from cc_card where id = 11')).toEqual({ city: 'Rom', credit })
  })

  it('saves all rows as CSV, as many as the database has', async () => {
    const { page } = await signIn()
    await open(page, '/call')
    const link = page.getByRole('link', { name: 'CSV' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n')
    const { n } = await one('select count(*) n from cc_call')
    expect(lines.length - 1).toBe(n)
    expect(n).toBeGreaterThan(1000)
  })

  it('pages through all calls without counting them', async () => {
    const { page, requests } = await signIn()
    await open(page, '/call')
    const first = await page.locator('tbody a').first().innerText()
    await page.getByRole('button', { name: 'Go to next page' }).click()
    await expect.poll(() => page.locator('tbody a').first().innerText()).not.toBe(first)
    expect(requests.filter((url) => url.includes('count='))).toEqual([])
  })

  it('pages through 100,000 calls from either end, each of them once, at no page by its number', async () => {
    const mark = '1999-12-31 00:00:00'
    await connection.query("set sql_mode = ''")
    await connection.query(
      `insert into cc_call (sessionid, uniqueid, card_id, starttime, calledstation)
       select concat('many-', seq), concat('many-', seq), 1, '${mark}', seq from seq_1_to_100000`,
    )
    await signIn()
    // Little is drawn of a row where there is little room, so many are drawn in a second.
    const { page, requests } = await signIn(ADMIN, { viewport: { width: 390, height: 900 } })
    const links = page.locator('main li a')
    const filter = encodeURIComponent(JSON.stringify({ starttime: mark }))
    for (const [order, pages] of [
      ['desc', 20],
      ['asc', 3],
    ] as const) {
      const [rows] = await connection.query<RowDataPacket[]>({
        sql: `select concat('#/call/', id, '/show') from cc_call where starttime = '${mark}' order by id ${order} limit ?`,
        values: [pages * 1000],
        rowsAsArray: true,
      })
      await open(page, `/call?perPage=1000&page=1&sort=id&order=${order.toUpperCase()}&filter=${filter}`)
      const seen: (string | null)[] = []
      while (seen.length < pages * 1000) {
        const first: unknown = rows[seen.length]?.[0]
        await expect.poll(() => links.first().getAttribute('href'), { timeout: 20_000 }).toBe(first)
        seen.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))))
        await page.getByRole('button', { name: 'Go to next page' }).click()
      }
      expect(seen).toEqual(rows.flat())
    }
    const lists = requests.filter((url) => url.includes('/api/call/?') && url.includes('limit=1000'))
    expect(lists.length).toBeGreaterThanOrEqual(23)
    expect(lists.filter((url) => !url.includes('cursor='))).toEqual([])
    await connection.query(`delete from cc_call where starttime = '${mark}'`)
  }, 120_000)

  it('adds up calls as the database does, all of them and those of a trunk', async () => {
    const { page } = await signIn()
    await open(page, '/traffic')
    await page.getByLabel('From', { exact: true }).fill('2026-01-01')
    await page.getByLabel('To', { exact: true }).fill('2026-01-31')
    const sums = (where: string): Promise<Record<string, unknown>> =>
      one(`select concat(count(*)) calls, concat(sum(terminatecauseid = 1)) answered,
        concat(cast(sum(sessiontime) / 60 as decimal(12, 2))) minutes,
        concat(sum(cast(sessionbill as decimal(12, 5)))) sold, concat(sum(buycost)) bought
        from cc_call where starttime >= '2026-01-01' and starttime < '2026-02-01' ${where}`)
    const all = await sums('')
    const footer = page.locator('tfoot tr td')
    const shown = async (): Promise<Record<string, unknown>> => {
      const [calls, answered, , minutes, , sold, bought] = await footer.allInnerTexts()
      return { calls, answered, minutes, sold, bought }
    }
    await expect.poll(shown).toEqual(all)
    await page.locator('canvas').first().waitFor()
    await page.getByLabel('What the chart shows').getByRole('button', { name: 'Money' }).click()

    await page.getByLabel('By', { exact: true }).click()
    await page.getByRole('option', { name: 'Trunk' }).click()
    await expect.poll(() => page.locator('tbody th').allInnerTexts()).toContain('MERIDIAN-1')
    expect(await shown()).toEqual(all)
    await page.getByRole('combobox', { name: 'Trunk', exact: true }).fill('MERIDIAN-1')
    await page.getByRole('option', { name: /MERIDIAN-1/ }).click()
    const [wanted] = [await sums("and id_trunk = (select id_trunk from cc_trunk where trunkcode = 'MERIDIAN-1')")]
    await expect.poll(shown).toEqual(wanted)
    expect(wanted).not.toEqual(all)
    // What is chosen is in the address: a reload, or whoever is sent it, sees the same.
    await page.reload()
    await expect.poll(shown).toEqual(wanted)
  })

  it('adds up money by day as the database does', async () => {
    const { page } = await signIn()
    await open(page, '/money?from=2026-01-01&to=2026-01-31')
    const wanted = await one(`select concat(count(*)) n, concat(sum(payment)) amount from cc_logpayment
      where date >= '2026-01-01' and date < '2026-02-01'`)
    const footer = page.locator('tfoot tr td')
    await expect.poll(async () => (await footer.allInnerTexts()).slice(0, 2)).toEqual([wanted['n'], wanted['amount']])
    expect(await page.locator('tbody tr').count()).toBe(31)
  })

  it('shows on the dashboard who runs out, and leads to him', async () => {
    await connection.query("set sql_mode = ''")
    await connection.query('update cc_card set credit = 1, status = 1, typepaid = 0 where id = 12')
    await connection.query(`insert into cc_call (sessionid, uniqueid, card_id, starttime, sessiontime, sessionbill)
      values ('runs-out', 'runs-out', 12, date_sub(now(), interval 1 day), 60, 7)`)
    const { username } = await one('select username from cc_card where id = 12')
    const { page } = await signIn()
    await open(page, '/')
    const row = page.locator('tr', { hasText: String(username) })
    await expect.poll(() => row.locator('td').allInnerTexts()).toEqual(['1.00000', '1.00000', '1.00'])
    await row.getByRole('link').click()
    await page.getByRole('button', { name: 'Refill' }).waitFor()
    await connection.query("delete from cc_call where sessionid = 'runs-out'")
  })

  it('tells what the doctor finds and what runs, to who may know', async () => {
    const { page } = await signIn()
    await open(page, '/health')
    await page.getByText('commits-not-durable').waitFor()
    await page.getByRole('rowheader', { name: 'refill' }).waitFor()
    const { page: other } = await signIn(CLERK)
    await open(other, '/')
    await other.getByRole('link', { name: 'Customers' }).waitFor()
    expect(await other.getByRole('link', { name: 'Health' }).count()).toBe(0)
    expect(await other.getByRole('link', { name: 'Traffic' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Health' }).count()).toBe(1)
  })

  it('shows what was done to a customer, by whom', async () => {
    const { page } = await signIn()
    await api.request('PATCH', '/api/card/13/', { body: { city: 'Oslo' } })
    await open(page, '/card/13/show')
    await page.getByRole('tab', { name: 'Changes', exact: true }).click()
    await page.getByRole('cell', { name: 'update' }).first().waitFor()
  })

  it('offers nobody what he may not do', async () => {
    const { page } = await signIn(CLERK)
    await open(page, '/card/5/show')
    await page.getByRole('link', { name: 'Edit' }).waitFor()
    expect(await page.getByRole('button', { name: 'Refill' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Calls', exact: true }).count()).toBe(0)
    // The control: what is looked for is there for who may.
    const { page: other } = await signIn()
    await open(other, '/card/5/show')
    for (const name of ['Refill', 'Delete', 'Calls']) await other.getByRole('button', { name, exact: true }).waitFor()
    panel.expects('403 /custom_api/refill/5')
    const status = await page.evaluate(`(async () => {
      const { csrf } = await (await fetch('../api/session/')).json()
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf }
      return (await fetch('../custom_api/refill/5', { method: 'POST', headers, body: '{"credit":1}' })).status
    })()`)
    expect(status).toBe(403)
  })

  it('grants a role and takes it away, and shows what comes of it', async () => {
    const { json } = await api.request('POST', '/api/user/', {
      body: { username: 'newcomer', password: CLERK.password },
    })
    const { id } = json as { id: number }
    const { page } = await signIn()
    await open(page, `/user/${id}/show`)
    await page.getByRole('tab', { name: 'Rights', exact: true }).click()
    expect(await page.getByText('money:refill', { exact: true }).count()).toBe(0)
    await page.getByLabel('Grant a right').fill('role:cl')
    await page.getByRole('option', { name: /role:clerk: Billing clerk/ }).click()
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('money:refill', { exact: true }).waitFor()
    expect(await one('select grant_text from a2b_users_grant where user_id = ' + id)).toEqual({
      grant_text: 'role:clerk',
    })
    panel.expects('422 /api/grant/')
    await page.getByLabel('Grant a right').fill('card:lits')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText(/Of card one may be granted/).waitFor()
    await page.getByRole('button', { name: /role:clerk/ }).press('Delete')
    await expect.poll(() => page.getByText('money:refill', { exact: true }).count()).toBe(0)
    expect(await one('select count(*) n from a2b_users_grant where user_id = ' + id)).toEqual({ n: 0 })
  })

  it('issues a key, and shows it this once', async () => {
    const { page } = await signIn()
    await open(page, '/key')
    await page.getByRole('button', { name: 'Issue a key' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('shop')
    await dialog.getByLabel('What it may do').fill('country:list')
    await dialog.getByRole('button', { name: 'Issue a key' }).click()
    const shown = dialog.getByText(/^a2b_/)
    await shown.waitFor()
    const headers = { Authorization: `Bearer ${await shown.innerText()}` }
    expect((await api.request('GET', '/api/country/', { as: null, headers })).status).toBe(200)
    expect((await api.request('GET', '/api/card/', { as: null, headers })).status).toBe(403)
  })

  it('changes the own password, and ends the other sessions', async () => {
    const own = await signIn(CLERK)
    await open(own.page, '/password')
    await own.page.getByLabel('Password now').fill(CLERK.password)
    await own.page.getByLabel('New password').fill(`another ${CLERK.password}`)
    const before = await sessionOf(own.page)
    expect(await before()).toBe(200)
    await own.page.getByRole('button', { name: 'Save' }).click()
    await own.page.getByText('It is changed.').waitFor()
    expect(await before()).toBe(401)
    await open(own.page, '/card/5/show')
    await own.page.getByRole('link', { name: 'Edit' }).waitFor()
  })

  it('signs out, and the session is none any more', async () => {
    const { page } = await signIn()
    await open(page, '/')
    panel.forget(ADMIN.name)
    const before = await sessionOf(page)
    expect(await before()).toBe(200)
    await page.getByRole('button', { name: ADMIN.name }).click()
    await page.getByRole('menuitem', { name: 'Logout' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await before()).toBe(401)
  })

  it('does not call a list empty that it could not have, and has it when it is asked again', async () => {
    panel.expects('503 /api/trunk/', '404 /api/card/999999999/')
    const { page } = await signIn()
    const busy = { type: 'urn:a2billing-api:error:database-busy', status: 503, detail: 'The database is busy.' }
    const answer = { status: 503, contentType: 'application/problem+json', body: JSON.stringify(busy) }
    await page.route('**/api/trunk/**', (route) => route.fulfill(answer))
    await open(page, '/trunk')
    await page.getByText('The database is busy.').first().waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.getByText('No Trunks found').count()).toBe(0)
    await page.unroute('**/api/trunk/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'MERIDIAN-1', exact: true }).last().waitFor()
    await open(page, '/card/999999999/show')
    await page
      .getByText(/999999999/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.getByRole('button', { name: 'Refill' }).count()).toBe(0)
  })

  it('lists every resource and opens the form of each', async () => {
    const { page } = await signIn()
    const { json } = await api.request('GET', '/api/metadata/')
    const { resources } = json as Metadata
    const wrong: string[] = []
    for (const { name, label, operations } of resources) {
      await open(page, `/${name}`)
      const heading = page.getByRole('heading', { level: 1, name: label, exact: true })
      await heading.waitFor({ timeout: 10_000 }).catch(() => wrong.push(`${name}: list`))
      if (!operations.create) continue
      await open(page, `/${name}/create`)
      await page
        .getByRole('button', { name: 'Save' })
        .waitFor({ timeout: 10_000 })
        .catch(() => wrong.push(`${name}: form`))
    }
    expect(wrong).toEqual([])
    expect(resources.length).toBeGreaterThan(95)
  }, 180_000)

  it('would be found out, if an answer failed that no test expects, or did not though one does', async () => {
    const { page } = await signIn()
    await open(page, '/card/999999998/show')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await expect(panel.settle()).rejects.toThrow('404 /api/card/999999998/')
    panel.expects('404 /api/card/999999998/')
    await expect(panel.settle()).rejects.toThrow('404 /api/card/999999998/')
  })
})

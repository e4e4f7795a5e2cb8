/** What is said of a delete before it is confirmed. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { describeBrowser } from '../helpers/browser.ts'
import { startTestPanel, type TestPanel } from '../helpers/panel.ts'

describeBrowser('deleting a row', () => {
  let panel: TestPanel
  beforeAll(async () => {
    panel = await startTestPanel()
  }, 120_000)
  afterEach(() => panel.settle())
  afterAll(() => panel.close())

  async function newCountry(name: string): Promise<number> {
    const body = { countrycode: 'ZZZ', countryprefix: '0', countryname: name }
    const { json } = await panel.api.request('POST', '/api/country/', { body })
    return (json as { id: number }).id
  }

  it('names what depends on it before anybody confirms, and cannot be confirmed then', async () => {
    const { page } = await panel.signIn()
    panel.expects('409 /api/card/5/')
    await panel.open(page, '/card/5/show')
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('This row cannot be deleted').waitFor()
    expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true)
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(
      expect.arrayContaining(['SIP accounts', 'Caller ids']),
    )
    expect(await dialog.innerText()).not.toContain('Nothing refers')
    // Each leads to the rows that are meant.
    await dialog.getByRole('link', { name: 'Caller ids', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Caller ids' }).waitFor()
    expect(decodeURIComponent(page.url())).toContain('{"id_cc_card":"5"}')
    expect(await panel.one('select count(*) n from cc_card where id = 5')).toEqual({ n: 1 })
  })

  it('says so where nothing does, and deletes when it is confirmed and no sooner', async () => {
    const id = await newCountry('Atlantis')
    const { page } = await panel.signIn()
    await panel.open(page, `/country/${id}/show`)
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete: Countries, Atlantis' })
    await dialog.getByText('Nothing refers to this row.').waitFor()
    expect(await panel.one(`select count(*) n from cc_country where id = ${id}`)).toEqual({ n: 1 })
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('heading', { level: 1, name: 'Countries' }).waitFor()
    expect(await panel.one(`select count(*) n from cc_country where id = ${id}`)).toEqual({ n: 0 })
  })

  it('says nothing of what it could not ask, and shows what the delete itself is refused for', async () => {
    const { page } = await panel.signIn()
    const problem = { type: 'urn:a2billing-api:error:database-busy', status: 503, detail: 'The database is busy.' }
    const busy = { status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await page.route('**/api/card/5/?dry_run=1', (route) => route.fulfill(busy))
    panel.expects('503 /api/card/5/', '409 /api/card/5/')
    await panel.open(page, '/card/5/show')
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The database is busy.').waitFor()
    expect(await dialog.innerText()).not.toContain('Nothing refers')
    expect(await dialog.innerText()).not.toContain('cannot be deleted')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await dialog.getByText('This row cannot be deleted').waitFor()
    expect(await dialog.getByRole('listitem').allInnerTexts()).toContain('Caller ids')
    expect(await panel.one('select count(*) n from cc_card where id = 5')).toEqual({ n: 1 })
  })

  it('asks once more where it could not ask', async () => {
    const { page } = await panel.signIn()
    const id = await newCountry('Thule')
    await page.route('**/api/country/*/?dry_run=1', (route) => route.abort(), { times: 1 })
    panel.expects('ERR_FAILED /api/country/*/')
    await panel.open(page, `/country/${id}/show`)
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The server cannot be reached.').waitFor()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await dialog.getByText('Nothing refers to this row.').waitFor()
  })

  it('tells of a row that somebody else has deleted meanwhile', async () => {
    const id = await newCountry('Vineta')
    const { page } = await panel.signIn()
    panel.expects('404 /api/country/*/')
    await panel.open(page, `/country/${id}/show`)
    await page.getByRole('button', { name: 'Delete' }).waitFor()
    await panel.api.request('DELETE', `/api/country/${id}/`)
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('status').waitFor()
    expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true)
    expect(await dialog.innerText()).not.toContain('Nothing refers')
  })
})

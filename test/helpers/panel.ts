/** The admin panel of a server with the demo's rows, as users see it in a browser. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, startTestApi, type TestApi, type TestApiOptions } from './api.ts'
import { launchBrowser, openPage, type Watched } from './browser.ts'

export interface Login {
  readonly name: string
  readonly password: string
}

type ContextOptions = Parameters<Browser['newContext']>[0]

export interface TestPanel {
  readonly api: TestApi
  readonly browser: Browser
  readonly connection: Connection
  /** @returns the first row */
  one(sql: string): Promise<Record<string, unknown>>
  /** Makes a user who may do these. */
  addUser(login: Login, grants: readonly string[]): Promise<number>
  /** A page on which nobody is signed in. */
  visit(options?: ContextOptions): Promise<Watched>
  /** A page on which somebody is: the administrator, unless it is said. */
  signIn(as?: Login, options?: ContextOptions): Promise<Watched>
  /** What a browser kept of the user's session is of no use any more. */
  forget(name: string): void
  open(page: Page, path: string): Promise<void>
  /**
   * What this test brings about, and nothing else may fail in it: `404 /api/card/99/`, `ERR_FAILED /api/card/`. A part of the path
   * that is `*` is any.
   */
  expects(...failures: readonly string[]): void
  /** After each test: its pages complained of what the test expects, all of it, and asked no other host. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function startTestPanel(options: TestApiOptions = {}): Promise<TestPanel> {
  const api = await startTestApi({ rows: true, ...options })
  const browser = await launchBrowser()
  const connection = await createConnection({ uri: api.database.url, decimalNumbers: false })
  const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  let opened: Watched[] = []
  let expected: string[] = []
  // It is built when somebody first asks for it.
  const isReady = async (): Promise<boolean> =>
    (await api.request('GET', '/admin/', { as: null })).text.includes('id="root"')
  while (!(await isReady())) await delay(500)

  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${api.url}/admin/#${path}`)
  }
  const visit = async (given: ContextOptions = {}): Promise<Watched> => {
    const watched = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...given })
    opened.push(watched)
    return watched
  }
  return {
    api,
    browser,
    connection,
    open,
    visit,
    async one(sql) {
      const [[row]] = await connection.query<RowDataPacket[]>(sql)
      return row ?? {}
    },
    async addUser({ name, password }, grants) {
      const { json } = await api.request('POST', '/api/user/', { body: { username: name, password } })
      const { id } = json as { id: number }
      for (const grant of grants) await api.request('POST', '/api/grant/', { body: { user: id, grant } })
      return id
    },
    async signIn(as = ADMIN, given = {}) {
      const storageState = signedIn.get(as.name)
      const watched = await visit({ ...(storageState && { storageState }), ...given })
      if (storageState) return watched
      const { page } = watched
      await page.goto(`${api.url}/admin/`)
      await page.getByLabel('Username').fill(as.name)
      await page.locator('input[name=password]').fill(as.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.locator('#main-content').waitFor()
      signedIn.set(as.name, await page.context().storageState())
      return watched
    },
    forget: (name) => void signedIn.delete(name),
    expects: (...failures) => void expected.push(...failures),
    async settle() {
      const [pages, failures] = [opened, expected]
      ;[opened, expected] = [[], []]
      const complaints = pages.flatMap((watched) => watched.complaints.map(shortened))
      const requests = pages.flatMap((watched) => watched.requests)
      await Promise.all(pages.map(({ page }) => page.context().close()))
      const isExpected = (complaint: string): boolean => failures.some((failure) => matches(failure, complaint))
      expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([])
      const hasCome = (failure: string): boolean => complaints.some((complaint) => matches(failure, complaint))
      expect(failures.filter((failure) => !hasCome(failure))).toEqual([])
      const elsewhere = requests.filter((url) => new URL(url).origin !== api.url && !url.startsWith('data:'))
      expect(elsewhere).toEqual([])
    },
    async close() {
      await browser.close()
      await connection.end()
      await api.close()
    },
  }
}

/** What the console says of an answer that is a failure -> `404 /api/card/99/`; anything else stays as it is. */
function shortened(complaint: string): string {
  const found =
    /^Failed to load resource: (?:the server responded with a status of (?<status>\d+)|net::(?<reason>\w+)).* (?<url>\S+)$/.exec(
      complaint,
    )
  if (!found) return complaint
  const { status, reason, url = '' } = found.groups ?? {}
  return `${status ?? reason} ${new URL(url).pathname}`
}

function matches(failure: string, complaint: string): boolean {
  const [wanted, given] = [failure.split('/'), complaint.split('/')]
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index])
}

/** What a browser does for a page of the server's own: keeps its cookie, and sends along what the page gives it. */
import type { Answer, RequestOptions, TestApi } from './api.ts'

export interface Session {
  readonly user: { readonly id: number; readonly name: string }
  readonly csrf: string
  readonly expires_at: string
  readonly permissions: readonly string[]
}

export interface Browser {
  /** As it is sent, `a2b_session=…`; empty without one. */
  readonly cookie: string
  readonly csrf: string
  /** With the cookie and, unless `headers` say otherwise, the page's token. */
  request(method: string, path: string, options?: Omit<RequestOptions, 'as'>): Promise<Answer>
  signIn(as: { readonly name: string; readonly password: string }, headers?: Record<string, string>): Promise<Answer>
}

export function openBrowser(api: TestApi): Browser {
  let cookie = ''
  let csrf = ''
  const request: Browser['request'] = async (method, path, { headers, ...options } = {}) => {
    const sent = { ...(cookie && { Cookie: cookie }), 'X-CSRF-Token': csrf, ...headers }
    const answer = await api.request(method, path, { ...options, as: null, headers: sent })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookie = pair.endsWith('=') ? '' : pair
    }
    const { csrf: given } = (answer.json ?? {}) as Partial<Session>
    if (answer.status === 200 && given !== undefined) csrf = given
    return answer
  }
  return {
    get cookie() {
      return cookie
    },
    get csrf() {
      return csrf
    },
    request,
    signIn: (as, headers = {}) => request('POST', '/api/session/', { body: as, headers }),
  }
}

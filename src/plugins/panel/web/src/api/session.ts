/** Signing in and out by the API's sessions; nothing of a password is kept here. */
import type { AuthProvider } from 'react-admin'
import { HttpError } from 'react-admin'
import { send, useToken } from './client.ts'
import { forgetMetadata } from './metadata.ts'

export interface Session {
  readonly user: { readonly id: number; readonly name: string }
  readonly csrf: string
  readonly expires_at: string
  readonly permissions: readonly string[]
}

/** Where a session may be: without it the server would be asked, and refuse, whenever the panel is opened. */
const MARK = 'a2b.session'

let current: Promise<Session> | undefined

export function maybeSignedIn(): boolean {
  return localStorage.getItem(MARK) !== null
}

function read(): Promise<Session> {
  if (!maybeSignedIn()) return Promise.reject(new HttpError('ra.auth.auth_check_error', 401))
  current ??= send<Session>('api/session/').then(begin, (error: unknown) => {
    current = undefined
    if ((error as HttpError).status === 401) end()
    throw error
  })
  return current
}

function begin(session: Session): Session {
  localStorage.setItem(MARK, '1')
  useToken(session.csrf)
  return session
}

function end(): void {
  current = undefined
  localStorage.removeItem(MARK)
  useToken('')
  forgetMetadata()
}

/** @throws HttpError saying what is wrong with either */
export async function changePassword(old: string, next: string): Promise<void> {
  const session = await send<Session>('api/session/password/', { method: 'PUT', body: { current: old, new: next } })
  current = Promise.resolve(begin(session))
}

/** @throws HttpError where the session could not be ended; one that has ended already is no error */
export async function signOut(): Promise<void> {
  try {
    await send('api/session/', { method: 'DELETE' })
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 401) throw error
  }
}

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    end()
    try {
      const session = await send<Session>('api/session/', { method: 'POST', body: { name: username, password } })
      current = Promise.resolve(begin(session))
    } catch (error) {
      if (error instanceof HttpError && error.status === 401) throw new Error('a2b.sign_in.refused', { cause: error })
      throw error
    }
  },
  /** What is kept here is forgotten; {@link signOut} ends the session. */
  async logout() {
    end()
  },
  async checkAuth() {
    await read()
  },
  async checkError({ status }: { status?: number }) {
    if (status !== 401) return
    end()
    throw new Error('a2b.sign_in.ended')
  },
  async getIdentity() {
    const { user } = await read()
    return { id: user.id, fullName: user.name }
  },
  async getPermissions() {
    if (!maybeSignedIn()) return []
    return (await read()).permissions
  },
}

/** @param held - of the session; `*` is everything */
export function mayDo(held: readonly string[] | undefined, permission: string): boolean {
  return held?.some((it) => it === '*' || it === permission) ?? false
}

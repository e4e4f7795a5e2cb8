/** What the signed-in user sees of the resources: everything that lists and forms are drawn from. */
import type { ActionMetadata, FieldMetadata, Metadata, ResourceMetadata } from '../../../../../metadata/metadata.ts'
import { send } from './client.ts'

export type { ActionMetadata, FieldMetadata, Metadata, ResourceMetadata }

let loading: Promise<Metadata> | undefined
let loaded: Metadata | undefined

export function loadMetadata(): Promise<Metadata> {
  loading ??= send<Metadata>('api/metadata/').then(
    (found) => (loaded = found),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/** For the next user. */
export function forgetMetadata(): void {
  loading = undefined
  loaded = undefined
}

/** @returns nothing of anything before {@link loadMetadata}, and when the session has ended */
export function metadata(): Metadata {
  return loaded ?? NOTHING
}

const NOTHING: Metadata = { resources: [], actions: [], panels: [], routes: [] }

export function resourceNamed(name: string): ResourceMetadata | undefined {
  return loaded?.resources.find((resource) => resource.name === name)
}

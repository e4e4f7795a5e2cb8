/** What was done to the row that is shown, by whom, and when: its lines of the audit. */
import { resourceNamed } from '../api/metadata.ts'
import { Related } from './related.tsx'

/** @param of - name of the row's resource */
export function History({ of }: { readonly of: string }) {
  const audit = resourceNamed('audit')
  return audit ? <Related resource={audit} target="row_key" filter={{ resource: of }} /> : null
}

/** Forms that change and make rows; what the API says of a field is shown at that field. */
import Box from '@mui/material/Box'
import { useState } from 'react'
import { Create, Edit, SaveButton, SimpleForm, Toolbar, useNotify, useRedirect } from 'react-admin'
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'
import { type Row, theirsIn } from '../api/data-provider.ts'
import type { Problem } from '../api/client.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { Input } from './input.tsx'

interface Props {
  readonly resource: ResourceMetadata
}

export function ResourceEdit({ resource }: Props) {
  const notify = useNotify()
  const redirect = useRedirect()
  const [theirs, setTheirs] = useState<Row>()
  const fields = resource.fields.filter(({ name, writable }) => writable === undefined && !resource.key.includes(name))
  return (
    <Edit
      mutationMode="pessimistic"
      queryOptions={{ refetchOnWindowFocus: false }}
      mutationOptions={{
        onSuccess: (row) => {
          notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } })
          redirect('show', resource.name, row['id'])
        },
        onError: (error) => {
          const found = theirsIn(error)
          if (found) setTheirs(found)
          else say(notify, error)
        },
      }}
    >
      <SimpleForm toolbar={<Save />} sanitizeEmptyValues={false}>
        <Fields fields={fields} />
        {theirs && <ConflictDialog resource={resource} theirs={theirs} onClose={() => setTheirs(undefined)} />}
      </SimpleForm>
    </Edit>
  )
}

export function ResourceCreate({ resource }: Props) {
  const notify = useNotify()
  const required = resource.fields.filter((field) => field.required)
  const others = resource.fields.filter((field) => !field.required && field.writable !== 'never')
  return (
    <Create redirect="show" mutationOptions={{ onError: (error) => say(notify, error) }}>
      <SimpleForm toolbar={<Save />}>
        <Fields fields={[...required, ...others]} isNew />
      </SimpleForm>
    </Create>
  )
}

function Save() {
  return (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  )
}

function Fields({ fields, isNew = false }: { readonly fields: readonly FieldMetadata[]; readonly isNew?: boolean }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
        columnGap: 2,
        width: '100%',
      }}
    >
      {fields.map((field) => (
        <Input key={field.name} field={field} isNew={isNew} />
      ))}
    </Box>
  )
}

type Notify = ReturnType<typeof useNotify>

/** All that was wrong, not the first of it only. */
export function say(notify: Notify, error: unknown): void {
  const { message, body } = error as { message: string; body?: Partial<Problem> }
  const lines = body?.errors?.map(({ pointer, detail }) =>
    pointer ? `${pointer.replace(/^#?\//, '')}: ${detail}` : detail,
  )
  notify(lines && lines.length > 0 ? lines.join('\n') : message, {
    type: 'error',
    multiLine: true,
    autoHideDuration: 10_000,
  })
}

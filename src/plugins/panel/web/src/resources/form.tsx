/** Forms that change and make rows; what the API says of a field is shown at that field. */
import Box from '@mui/material/Box'
import { useState } from 'react'
import {
  Create,
  Edit,
  SaveButton,
  SimpleForm,
  Toolbar,
  useNotify,
  useRecordContext,
  useRedirect,
  useUpdate,
} from 'react-admin'
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'
import { type Row, TAG, theirsIn } from '../api/data-provider.ts'
import type { Problem } from '../api/client.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { EditFailure } from './failure.tsx'
import { Input } from './input.tsx'

interface Props {
  readonly resource: ResourceMetadata
}

export function ResourceEdit({ resource }: Props) {
  const notify = useNotify()
  const redirect = useRedirect()
  const [theirs, setTheirs] = useState<Row>()
  const fields = resource.fields.filter(({ name, writable }) => writable === undefined && !resource.key.includes(name))
  const outcome = {
    onSuccess: (row: Row) => {
      notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } })
      redirect('show', resource.name, row['id'] as string)
    },
    onError: (error: unknown) => {
      const found = theirsIn(error)
      if (found) setTheirs(found)
      else say(notify, error)
    },
  }
  return (
    <Edit
      mutationMode="pessimistic"
      queryOptions={{ refetchOnWindowFocus: false }}
      mutationOptions={outcome}
      error={<EditFailure />}
    >
      <SimpleForm toolbar={<Save />} sanitizeEmptyValues={false}>
        <Fields fields={fields} />
        <Conflict resource={resource} theirs={theirs} outcome={outcome} onClose={() => setTheirs(undefined)} />
      </SimpleForm>
    </Edit>
  )
}

interface ConflictProps extends Props {
  readonly theirs: Row | undefined
  readonly outcome: { readonly onSuccess: (row: Row) => void; readonly onError: (error: unknown) => void }
  onClose(): void
}

/** Stays while nothing is in conflict: who is gone is not told how a change went. */
function Conflict({ resource, theirs, outcome, onClose }: ConflictProps) {
  const [update] = useUpdate()
  const before = useRecordContext()
  const save = (mine: Row): void => {
    if (!before || !theirs) return
    onClose()
    // What was changed here since the form was opened, over the row that was shown beside it and no later one.
    const previousData = { ...before, [TAG]: theirs[TAG] }
    void update(resource.name, { id: before.id, data: mine, previousData }, { mutationMode: 'pessimistic', ...outcome })
  }
  if (!theirs) return null
  return <ConflictDialog resource={resource} theirs={theirs} onClose={onClose} onSave={save} />
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

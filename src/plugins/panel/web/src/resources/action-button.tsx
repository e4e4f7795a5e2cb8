/** What a plugin offers on rows or a list, such as Refill: a button, and the dialog behind it. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { newKey } from '../api/client.ts'
import { metadata, type ActionMetadata } from '../api/metadata.ts'
import { ActionDialog } from './action-dialog.tsx'

/** What plugins offer there, as far as the user may. */
export function actionsOn(resource: string, place: ActionMetadata['place']): readonly ActionMetadata[] {
  return metadata().actions.filter((action) => action.resource === resource && action.place === place)
}

export function ActionButton({ action }: { readonly action: ActionMetadata }) {
  // Of each opening of the dialog; undefined while it is closed.
  const [key, setKey] = useState<string>()
  const label = useLabel(action)
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setKey(newKey())}>
        {label}
      </Button>
      {key !== undefined && (
        <ActionDialog action={action} label={label} idempotencyKey={key} onClose={() => setKey(undefined)} />
      )}
    </>
  )
}

function useLabel({ label, operationId }: ActionMetadata): string {
  return useTranslate()(`a2b.action.${operationId}`, { _: label })
}

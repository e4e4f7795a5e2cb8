/** Deletes the row that is shown: a button, and the dialog that says first what depends on the row. */
import Delete from '@mui/icons-material/DeleteOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { DeleteDialog } from './delete-dialog.tsx'

export function DeleteButton({ resource }: { readonly resource: ResourceMetadata }) {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" color="error" startIcon={<Delete />} onClick={() => setOpen(true)}>
        {translate('ra.action.delete')}
      </Button>
      {isOpen && <DeleteDialog resource={resource} onClose={() => setOpen(false)} />}
    </>
  )
}

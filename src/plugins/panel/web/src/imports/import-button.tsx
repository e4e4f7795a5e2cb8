/** Rows from a file, on the list that they will be in. */
import Upload from '@mui/icons-material/Upload'
import { useState } from 'react'
import { Button } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { ImportDialog } from './import-dialog.tsx'

export function ImportButton({ resource }: { readonly resource: ResourceMetadata }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button label="a2b.import.button" onClick={() => setIsOpen(true)}>
        <Upload />
      </Button>
      {isOpen && <ImportDialog resource={resource} onClose={() => setIsOpen(false)} />}
    </>
  )
}

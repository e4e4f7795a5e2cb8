/** Somebody else has changed the row meanwhile: both versions, and what to do. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useFormContext } from 'react-hook-form'
import { useEditContext, useRecordContext, useTranslate } from 'react-admin'
import type { Row } from '../api/data-provider.ts'
import type { ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { labelOf, Value } from './field.tsx'

interface Props {
  readonly resource: ResourceMetadata
  readonly theirs: Row
  onClose(): void
  /** Sends what was changed here, to be written over the row as it is now. */
  onSave(mine: Row): void
}

export function ConflictDialog({ resource, theirs, onClose, onSave }: Props) {
  const translate = useTranslate()
  const { getValues, reset } = useFormContext()
  const { refetch } = useEditContext()
  const before: Row = useRecordContext() ?? {}
  const mine: Row = getValues()
  const same = (a: unknown, b: unknown): boolean => String(a ?? '') === String(b ?? '')
  const differing = resource.fields.filter(
    ({ name, writeOnly }) => !writeOnly && (!same(theirs[name], mine[name]) || !same(theirs[name], before[name])),
  )
  // What is saved all the same is what was changed here; the rest stays as somebody else has it.
  const saved = (name: string): unknown => (same(mine[name], before[name]) ? theirs[name] : mine[name])
  const takeTheirs = (): void => {
    reset(theirs)
    // With its tag, or the next change would be held against the row of before.
    void refetch?.()
    onClose()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="conflict-title" maxWidth="md">
      <DialogTitle id="conflict-title">{translate('a2b.conflict.title')}</DialogTitle>
      <DialogContent>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('a2b.conflict.field')}</TableCell>
              <TableCell>{translate('a2b.conflict.theirs')}</TableCell>
              <TableCell>{translate('a2b.conflict.mine')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {differing.map((field) => (
              <TableRow key={field.name}>
                <TableCell component="th" scope="row">
                  {translated(translate, labelOf(field))}
                </TableCell>
                <TableCell>
                  <Value field={field} value={theirs[field.name]} />
                </TableCell>
                <TableCell>
                  <Value field={field} value={saved(field.name)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('a2b.conflict.keep_editing')}</Button>
        <Button onClick={() => onSave(mine)}>{translate('a2b.conflict.mine_all')}</Button>
        <Button variant="contained" onClick={takeTheirs}>
          {translate('a2b.conflict.take_theirs')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

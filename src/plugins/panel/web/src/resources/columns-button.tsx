/** Which columns a list has: a menu of all of them, for the keyboard too. The choice is kept where react-admin's table looks for it. */
import ViewWeek from '@mui/icons-material/ViewWeek'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useStore, useTranslate } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { columnsOf, hiddenAtFirst } from './columns.ts'
import { labelOf } from './field.tsx'

export function ColumnsButton({ resource }: { readonly resource: ResourceMetadata }) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const columns = columnsOf(resource)
  const key = `${resource.name}.datatable`
  const [hidden, setHidden] = useStore<readonly string[]>(key, hiddenAtFirst(columns))
  const [, setRanks] = useStore<readonly number[] | undefined>(`${key}_columnRanks`)
  const toggle = (name: string): void =>
    setHidden(hidden.includes(name) ? hidden.filter((it) => it !== name) : [...hidden, name])
  const reset = (): void => {
    setHidden(hiddenAtFirst(columns))
    setRanks(undefined)
  }
  return (
    <>
      <Button
        size="small"
        startIcon={<ViewWeek />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {translate('ra.action.select_columns')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { dense: true, 'aria-label': translate('ra.action.select_columns') } }}
      >
        {columns.map((field) => {
          const isShown = !hidden.includes(field.name)
          return (
            <MenuItem
              key={field.name}
              role="menuitemcheckbox"
              aria-checked={isShown}
              onClick={() => toggle(field.name)}
            >
              <ListItemIcon aria-hidden>
                <Checkbox
                  edge="start"
                  size="small"
                  disableRipple
                  checked={isShown}
                  tabIndex={-1}
                  sx={{ p: 0.5 }}
                  inert
                />
              </ListItemIcon>
              {translated(translate, labelOf(field))}
            </MenuItem>
          )
        })}
        <Divider />
        <MenuItem onClick={reset}>{translate('ra.action.reset')}</MenuItem>
      </Menu>
    </>
  )
}

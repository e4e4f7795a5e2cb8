/** A field of the row with its name above it; stands in a `dl`. */
import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import type { FieldMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { Field, labelOf } from './field.tsx'

export function Fact({ field }: { readonly field: FieldMetadata }) {
  const translate = useTranslate()
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box component="dt" sx={{ typography: 'caption', color: 'text.secondary' }}>
        {translated(translate, labelOf(field))}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <Field field={field} />
      </Box>
    </Box>
  )
}

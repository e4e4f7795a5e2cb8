/** A field of the row with its name above it; stands in a `dl`. */
import Box from '@mui/material/Box'
import type { FieldMetadata } from '../api/metadata.ts'
import { Field, labelOf } from './field.tsx'

export function Fact({ field }: { readonly field: FieldMetadata }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box component="dt" sx={{ typography: 'caption', color: 'text.secondary' }}>
        {labelOf(field)}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <Field field={field} />
      </Box>
    </Box>
  )
}

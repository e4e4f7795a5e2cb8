/** Who it is, what is left on the account, and whether it may call: what an operator looks at before anything else. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { Fact } from './fact.tsx'

/** Beside name and balance, where the table has them. */
const FACTS = ['status', 'id_group', 'tariff', 'vat', 'lastuse']

export function CustomerSummary({ resource }: { readonly resource: ResourceMetadata }) {
  const record = useRecordContext()
  const translate = useTranslate()
  if (!record) return null
  const text = (name: string): string => String(record[name] ?? '')
  const name = [text('firstname'), text('lastname')].filter(Boolean).join(' ')
  const facts = resource.fields.filter((field) => FACTS.includes(field.name))
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        alignItems: 'center',
        p: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 180 }}>
        <Typography variant="h6" component="h2">
          {name || text(resource.display)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {[text('company_name'), text('email'), text('phone')].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, m: 0, alignItems: 'flex-start' }}>
        {facts
          .toSorted((a, b) => FACTS.indexOf(a.name) - FACTS.indexOf(b.name))
          .map((field) => (
            <Fact key={field.name} field={field} />
          ))}
        {record['credit'] !== undefined && (
          <Box sx={{ textAlign: { sm: 'right' } }}>
            <Box component="dt" sx={{ typography: 'caption', color: 'text.secondary' }}>
              {translate('a2b.action.balance')}
            </Box>
            <Typography
              component="dd"
              variant="h5"
              color={text('credit').startsWith('-') ? 'error' : 'text.primary'}
              sx={{ m: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
            >
              {/* In A2Billing's base currency: the customer's own is what he is shown, not what is kept. */}
              {text('credit')}
            </Typography>
          </Box>
        )}
      </Box>
    </Box>
  )
}

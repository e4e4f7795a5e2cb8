/** What is to be done, as it is to be copied: SQL, a command, or a sentence. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslate } from 'react-admin'

export function Said({ text }: { readonly text: string }) {
  const translate = useTranslate()
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true))
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, bgcolor: 'action.hover', borderRadius: 1, p: 1 }}>
      <Box
        component="pre"
        tabIndex={0}
        aria-label={translate('a2b.health.next')}
        sx={{
          m: 0,
          flexGrow: 1,
          minWidth: 0,
          overflowX: 'auto',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontSize: 13,
        }}
      >
        {text}
      </Box>
      {/* There on HTTPS and localhost only. */}
      {'clipboard' in navigator && (
        <Button size="small" onClick={copy} aria-live="polite">
          {translate(isCopied ? 'a2b.health.copied' : 'a2b.health.copy')}
        </Button>
      )}
    </Box>
  )
}

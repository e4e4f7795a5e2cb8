/** Light and dark, of few colours, each dark or light enough to be read on what it lies on. */
import { deepmerge } from '@mui/utils'
import type { ThemeOptions } from '@mui/material/styles'
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin'

const shared: ThemeOptions = {
  typography: {
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif',
    h6: { fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  shape: { borderRadius: 8 },
  components: {
    MuiCircularProgress: { defaultProps: { 'aria-label': '…' } },
    MuiTextField: { defaultProps: { variant: 'outlined' } },
    MuiFormControl: { defaultProps: { variant: 'outlined' } },
    MuiAppBar: { defaultProps: { elevation: 0 } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 600 } } },
    MuiButtonBase: {
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: '3px solid currentColor', outlineOffset: 1 } } },
    },
    RaTopToolbar: { styleOverrides: { root: { alignItems: 'center' } } },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0 } } },
  },
}

export const light: RaThemeOptions = deepmerge(deepmerge(defaultLightTheme, shared), {
  palette: {
    mode: 'light',
    primary: { main: '#0b5cad' },
    secondary: { main: '#0f4c81' },
    info: { main: '#0b5c7d' },
    success: { main: '#1b6e3a' },
    warning: { main: '#8a5300' },
    error: { main: '#b3261e' },
    background: { default: '#f5f7fa', paper: '#ffffff' },
    text: { primary: '#17202a', secondary: '#4d5b6a' },
  },
})

export const dark: RaThemeOptions = deepmerge(deepmerge(defaultDarkTheme, shared), {
  palette: {
    mode: 'dark',
    primary: { main: '#8ec5ff' },
    secondary: { main: '#1f2c3a', contrastText: '#e8eef5' },
    info: { main: '#86cfe8' },
    success: { main: '#7fd69b' },
    warning: { main: '#f0b95a' },
    error: { main: '#ff9c94' },
    background: { default: '#11181f', paper: '#18222c' },
    text: { primary: '#e8eef5', secondary: '#b3c0cd' },
  },
})

/** The bar on top: where one is, the language, the theme, and what concerns the user himself. */
import Check from '@mui/icons-material/Check'
import LogoutIcon from '@mui/icons-material/Logout'
import Translate from '@mui/icons-material/Translate'
import VpnKey from '@mui/icons-material/VpnKeyOutlined'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import MenuItem from '@mui/material/MenuItem'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { Link as RouterLink } from 'react-router-dom'
import {
  AppBar,
  LocalesMenuButton,
  RefreshIconButton,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
  useGetIdentity,
  useLocaleState,
  useLocales,
  useLogout,
  useNotify,
  useTranslate,
  useUserMenu,
} from 'react-admin'
import { signOut } from '../api/session.ts'

/** On as many lines as it needs: what a row is called is what tells it from the others. */
const WRAPPED = { whiteSpace: 'normal', overflowWrap: 'anywhere', fontSize: '0.9375rem', lineHeight: 1.25, py: 0.5 }

export function Bar() {
  const { identity } = useGetIdentity()
  // The title needs the room: what is not needed all day is in the menu then.
  const isSmall = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  return (
    <AppBar
      color="secondary"
      userMenu={
        <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'}>
          {isSmall && <Languages />}
          <PasswordItem />
          <SignOutItem />
        </UserMenu>
      }
      toolbar={
        <>
          {!isSmall && <LocalesMenuButton />}
          <ToggleThemeButton />
          <RefreshIconButton />
        </>
      }
    >
      <TitlePortal component="h1" sx={isSmall ? WRAPPED : {}} />
    </AppBar>
  )
}

function Languages() {
  const languages = useLocales()
  const [current, setLocale] = useLocaleState()
  const { onClose } = useUserMenu() ?? {}
  return (
    <>
      {languages.map(({ locale, name }: { locale: string; name: string }) => (
        <MenuItem
          key={locale}
          lang={locale}
          selected={locale === current}
          onClick={() => {
            setLocale(locale)
            onClose?.()
          }}
        >
          <ListItemIcon>
            {locale === current ? <Check fontSize="small" /> : <Translate fontSize="small" />}
          </ListItemIcon>
          {name}
        </MenuItem>
      ))}
      <Divider />
    </>
  )
}

function PasswordItem() {
  const translate = useTranslate()
  const { onClose } = useUserMenu() ?? {}
  return (
    <MenuItem component={RouterLink} to="/password" onClick={onClose}>
      <ListItemIcon>
        <VpnKey fontSize="small" />
      </ListItemIcon>
      {translate('a2b.password.title')}
    </MenuItem>
  )
}

/** Who could not be signed out is told, and stays: the session would be left behind otherwise. */
function SignOutItem() {
  const translate = useTranslate()
  const notify = useNotify()
  const logout = useLogout()
  const { onClose } = useUserMenu() ?? {}
  const leave = (): void => {
    onClose?.()
    signOut().then(
      () => logout(),
      () => notify('a2b.sign_in.still_in', { type: 'error' }),
    )
  }
  return (
    <MenuItem onClick={leave}>
      <ListItemIcon>
        <LogoutIcon fontSize="small" />
      </ListItemIcon>
      {translate('ra.auth.logout')}
    </MenuItem>
  )
}

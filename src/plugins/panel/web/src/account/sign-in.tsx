/** The page to sign in: react-admin's form, under a heading and in a landmark of its own. */
import Typography from '@mui/material/Typography'
import { Login, LoginClasses, LoginForm, LoginFormClasses, useDefaultTitle } from 'react-admin'

export function SignIn() {
  return (
    <Login
      role="main"
      sx={{
        backgroundImage: 'none',
        backgroundColor: 'background.default',
        [`& .${LoginClasses.card}`]: { width: 360, maxWidth: 'calc(100% - 32px)', minWidth: 0 },
        [`& .${LoginClasses.card} .${LoginFormClasses.content}`]: { width: 'auto' },
        [`& .${LoginClasses.icon}`]: { backgroundColor: 'secondary.main', color: 'secondary.contrastText' },
      }}
    >
      <Typography variant="h6" component="h1" align="center">
        {useDefaultTitle()}
      </Typography>
      <LoginForm />
    </Login>
  )
}

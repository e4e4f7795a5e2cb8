/** Bar, menu and page: resources by part of the work, as far as the caller sees them. */
import AccountBalanceWallet from '@mui/icons-material/AccountBalanceWalletOutlined'
import Call from '@mui/icons-material/CallOutlined'
import Dialpad from '@mui/icons-material/DialpadOutlined'
import Dns from '@mui/icons-material/DnsOutlined'
import ExpandLess from '@mui/icons-material/ExpandLess'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Handshake from '@mui/icons-material/HandshakeOutlined'
import Insights from '@mui/icons-material/InsightsOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Payments from '@mui/icons-material/PaymentsOutlined'
import People from '@mui/icons-material/PeopleOutlined'
import Sell from '@mui/icons-material/SellOutlined'
import Settings from '@mui/icons-material/SettingsOutlined'
import Subscriptions from '@mui/icons-material/AutorenewOutlined'
import SupportAgent from '@mui/icons-material/SupportAgentOutlined'
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
import VpnKey from '@mui/icons-material/VpnKeyOutlined'
import SpaceDashboard from '@mui/icons-material/SpaceDashboardOutlined'
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import Collapse from '@mui/material/Collapse'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import type { SvgIconComponent } from '@mui/icons-material'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink, useLocation } from 'react-router-dom'
import { Layout, Sidebar, type SidebarProps, useSidebarState, usePermissions, useTranslate } from 'react-admin'
import { mayDo } from '../api/session.ts'
import { metadata, type ResourceMetadata } from '../api/metadata.ts'
import { hasReport } from '../reports/reports.ts'
import { translated } from '../i18n/translated.ts'
import { Bar } from './bar.tsx'

const ICONS: Readonly<Record<string, SvgIconComponent>> = {
  customers: People,
  calls: Call,
  money: AccountBalanceWallet,
  rates: Sell,
  trunks: Dns,
  dids: Dialpad,
  agents: Handshake,
  services: Subscriptions,
  support: SupportAgent,
  system: Settings,
  api: VpnKey,
  other: Inventory,
}

export function PanelLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Layout
      menu={PanelMenu}
      sidebar={PanelSidebar}
      appBar={Bar}
      sx={{
        // What is too wide scrolls by itself, and never the page.
        minWidth: 0,
        '& .RaLayout-content': { minWidth: 0 },
        '& .RaList-main, & .RaShow-main, & .RaEdit-main': { minWidth: 0, width: '100%' },
        '& .RaList-content, & .RaShow-card, & .RaEdit-card': { minWidth: 0, overflowX: 'auto !important' },
      }}
    >
      {children}
    </Layout>
  )
}

export function sections(): [section: string, resources: ResourceMetadata[]][] {
  const groups = Map.groupBy(metadata().resources, ({ section }) => section)
  const order = Object.keys(ICONS)
  const rank = (section: string): number => (order.includes(section) ? order.indexOf(section) : order.length)
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b))
}

/** Where there is little room it is a dialog over the page, which has to have a name; beside the page it is none. */
function PanelSidebar(props: SidebarProps) {
  const translate = useTranslate()
  const isOver = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  return <Sidebar {...props} {...(isOver && { slotProps: { paper: { 'aria-label': translate('a2b.menu') } } })} />
}

function PanelMenu() {
  const translate = useTranslate()
  const [isSidebarOpen] = useSidebarState()
  const { permissions } = usePermissions<readonly string[]>()
  return (
    <Box component="nav" aria-label={translate('a2b.menu')} sx={{ width: isSidebarOpen ? 240 : 52, py: 1 }}>
      <Entry to="/" label={translate('ra.page.dashboard')} Icon={SpaceDashboard} />
      {hasReport('reportTraffic') && <Entry to="/traffic" label={translate('a2b.traffic.title')} Icon={Insights} />}
      {hasReport('reportMoney') && <Entry to="/money" label={translate('a2b.money.title')} Icon={Payments} />}
      {sections().map(([section, resources]) => (
        <Section key={section} name={section} resources={resources} />
      ))}
      {mayDo(permissions, 'doctor:read') && (
        <Entry to="/health" label={translate('a2b.health.title')} Icon={MonitorHeart} />
      )}
    </Box>
  )
}

interface EntryProps {
  readonly to: string
  readonly label: string
  readonly Icon?: SvgIconComponent
}

/** A link; where the menu lies over the page, it goes when one is followed. */
function Entry({ to, label, Icon }: EntryProps) {
  const { pathname } = useLocation()
  const [isSidebarOpen, setSidebarOpen] = useSidebarState()
  const isSmall = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return (
    <ListItemButton
      dense
      component={RouterLink}
      to={to}
      selected={isHere}
      aria-current={isHere ? 'page' : undefined}
      aria-label={isSidebarOpen ? undefined : label}
      onClick={() => isSmall && setSidebarOpen(false)}
      sx={{ px: 2, ...(!Icon && { pl: 6.5 }) }}
    >
      {Icon && (
        <ListItemIcon sx={{ minWidth: 36 }}>
          <Icon fontSize="small" />
        </ListItemIcon>
      )}
      {isSidebarOpen && <ListItemText primary={label} />}
    </ListItemButton>
  )
}

function Section({ name, resources }: { readonly name: string; readonly resources: readonly ResourceMetadata[] }) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const [isSidebarOpen, setSidebarOpen] = useSidebarState()
  const here = resources.some(
    (resource) => pathname === `/${resource.name}` || pathname.startsWith(`/${resource.name}/`),
  )
  const [isOpen, setOpen] = useState(here || name === 'customers')
  const Icon = ICONS[name] ?? Inventory
  const label = translate(`a2b.section.${name}`, { _: name })
  const toggle = (): void => {
    setOpen(!isOpen || !isSidebarOpen)
    setSidebarOpen(true)
  }
  return (
    <>
      <ListItemButton dense onClick={toggle} aria-expanded={isOpen && isSidebarOpen} aria-label={label} sx={{ px: 2 }}>
        <ListItemIcon sx={{ minWidth: 36 }}>
          <Icon fontSize="small" />
        </ListItemIcon>
        {isSidebarOpen && <ListItemText primary={label} slotProps={{ primary: { sx: { fontWeight: 600 } } }} />}
        {isSidebarOpen && (isOpen ? <ExpandLess fontSize="small" /> : <ExpandMore fontSize="small" />)}
      </ListItemButton>
      <Collapse in={isOpen && isSidebarOpen} unmountOnExit>
        {resources.map((resource) => (
          <Entry key={resource.name} to={`/${resource.name}`} label={translated(translate, resource.label)} />
        ))}
      </Collapse>
    </>
  )
}

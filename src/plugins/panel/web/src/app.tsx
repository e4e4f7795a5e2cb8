/** The panel: a resource for each that the caller sees, all drawn from the metadata. */
import { Admin, CustomRoutes, type I18nProvider, Resource, type ResourceProps } from 'react-admin'
import { Route } from 'react-router-dom'
import { Password } from './account/password.tsx'
import { SignIn } from './account/sign-in.tsx'
import { authProvider, maybeSignedIn } from './api/session.ts'
import { dataProvider } from './api/data-provider.ts'
import { loadMetadata, type ResourceMetadata } from './api/metadata.ts'
import { Dashboard } from './dashboard.tsx'
import { Health } from './health/health.tsx'
import { PanelLayout } from './layout/layout.tsx'
import { dark, light } from './layout/theme.ts'
import { ResourceCreate, ResourceEdit } from './resources/form.tsx'
import { ResourceList } from './resources/list.tsx'
import { ResourceShow } from './resources/show.tsx'
import { Money } from './reports/money.tsx'
import { hasReport } from './reports/reports.ts'
import { Traffic } from './reports/traffic.tsx'

export function App({ i18nProvider }: { readonly i18nProvider: I18nProvider }) {
  return (
    <Admin
      title="A2Billing"
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      layout={PanelLayout}
      dashboard={Dashboard}
      loginPage={SignIn}
      theme={light}
      darkTheme={dark}
      requireAuth
      disableTelemetry
    >
      {async () => {
        if (!maybeSignedIn()) return []
        const { resources } = await loadMetadata()
        return [
          ...resources.map((resource) => <Resource key={resource.name} {...pagesOf(resource)} />),
          <CustomRoutes key="own">
            <Route path="/password" element={<Password />} />
            <Route path="/health" element={<Health />} />
            {hasReport('reportTraffic') && <Route path="/traffic" element={<Traffic />} />}
            {hasReport('reportMoney') && <Route path="/money" element={<Money />} />}
          </CustomRoutes>,
        ]
      }}
    </Admin>
  )
}

function pagesOf(resource: ResourceMetadata): ResourceProps {
  const { name, label, display, operations } = resource
  return {
    name,
    options: { label },
    recordRepresentation: (row) => String(row[display] ?? `#${row.id}`),
    list: () => <ResourceList key={name} resource={resource} />,
    ...(operations.get && { show: () => <ResourceShow resource={resource} /> }),
    ...(operations.update && operations.get && { edit: () => <ResourceEdit resource={resource} /> }),
    ...(operations.create && { create: () => <ResourceCreate resource={resource} /> }),
  }
}

import { expect, it } from 'vitest'
import { resourceName, typeName, variableName } from '../../../codegen/model/naming.ts'

it.each([
  { table: 'cc_card', resource: 'card', type: 'Card', variable: 'card' },
  { table: 'cc_card_group', resource: 'cardgroup', type: 'CardGroup', variable: 'cardGroup' },
  { table: 'cc_iso639', resource: 'iso639', type: 'Iso639', variable: 'iso639' },
  { table: 'cc_package', resource: 'package', type: 'Package', variable: 'packageTable' },
  { table: 'cc_date', resource: 'date', type: 'Date', variable: 'dateTable' },
  { table: 'cc_decimal', resource: 'decimal', type: 'DecimalRow', variable: 'decimalRow' },
  { table: 'audit_log', resource: 'auditlog', type: 'AuditLog', variable: 'auditLog' },
  { table: '2nd table', resource: '2nd-table', type: 'Table2ndTable', variable: 'table2ndTable' },
  { table: "a.b'c", resource: 'a-b-c', type: 'ABC', variable: 'aBC' },
  { table: 'cc_', resource: 'cc', type: 'Cc', variable: 'cc' },
])('$table', ({ table, resource, type, variable }) => {
  expect(resourceName(table, 'cc_')).toBe(resource)
  expect(typeName(table, 'cc_')).toBe(type)
  expect(variableName(typeName(table, 'cc_'))).toBe(variable)
})

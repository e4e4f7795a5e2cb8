// @generated from cc_campaign by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, mediumtext, time, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_campaign`. */
export const campaign: Resource = {
  name: 'campaign',
  table: 'cc_campaign',
  primaryKey: ['id'],
  label: 'Campaigns',
  section: 'services',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: char(50, 'utf8mb3'), required: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'startingdate', label: 'Start', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', label: 'Expiry date', type: timestamp(), zeroDate: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_card', label: 'Customer', type: bigint },
    { name: 'secondusedreal', label: 'Seconds used', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'nb_callmade', label: 'Calls made', type: int, nullable: true },
    { name: 'status', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'frequency', type: int },
    { name: 'forward_number', label: 'Number to forward to', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'daily_start_time', label: 'Every day from', type: time() },
    { name: 'daily_stop_time', label: 'Every day until', type: time() },
    { name: 'monday', type: tinyint },
    { name: 'tuesday', type: tinyint },
    { name: 'wednesday', type: tinyint },
    { name: 'thursday', type: tinyint },
    { name: 'friday', type: tinyint },
    { name: 'saturday', type: tinyint },
    { name: 'sunday', type: tinyint },
    { name: 'id_cid_group', label: 'Caller id group', type: int, blank: '0' },
    { name: 'id_campaign_config', label: 'Campaign settings', type: int, blank: '0' },
  ],
  indexes: [
    { columns: ['name'], unique: true },
  ],
  relations: {
    id_campaign_config: { resource: 'campaignconfig', column: 'id' },
    id_card: { resource: 'card', column: 'id', none: ['0'] },
    id_cid_group: { resource: 'outboundcidgroup', column: 'id', none: ['-1'] },
  },
  search: ['name'],
}

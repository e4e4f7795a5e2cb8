/** What is known of A2Billing, all versions and forks together: the profile the generator starts from. */
import type { Profile, ProfileProtection } from '../profile.ts'
import { codes } from './codes.ts'
import { labels } from './labels.ts'
import { presentation } from './presentation.ts'
import { relations } from './relations.ts'
import { search } from './search.ts'
import { secrets } from './secrets.ts'

const BALANCE: ProfileProtection = {
  writable: 'create',
  hint: 'Add to it with POST /custom_api/refill/<card>, take from it with POST /custom_api/extra_charge/<card>.',
}

/** Calls and scheduled jobs write these all the time: a value from a client would undo what they did meanwhile. */
const COUNTER: ProfileProtection = {
  writable: 'create',
  hint: 'A2Billing keeps it; money moves with POST /custom_api/refill/<card> and /custom_api/extra_charge/<card>.',
}

/** The same, for what is no card's. */
const KEPT: ProfileProtection = { writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' }

export const a2billing: Profile = {
  own: ['user', 'a2b_*'],
  include: [],
  exclude: [],
  tablePrefix: 'cc_',
  knownPrefix: 'cc_',
  resources: {},
  fields: {
    'cc_logrefill.card_id': 'card',
    'cc_logrefill.agent_id': 'agent',
    'cc_logpayment.card_id': 'card',
    'cc_logpayment.agent_id': 'agent',
  },
  relations,
  codes,
  secrets,
  secretNames: ['uipass', 'loginkey', 'lock_pin', 'dbsecret', 'cc_number', 'cvv', 'md5_cred'],
  actions: {
    cc_callback_spool: 'A row here places telephone calls.',
    cc_monitor: 'A query here is executed by the voice menus.',
    cc_config: 'A row here reconfigures A2Billing.',
  },
  readOnly: {},
  flags: {},
  columnTypes: {},
  pageSizes: {},
  protected: {
    'cc_card.credit': BALANCE,
    'cc_card.inuse': COUNTER,
    'cc_card.nbused': COUNTER,
    'cc_card.lastuse': COUNTER,
    'cc_card.firstusedate': COUNTER,
    'cc_card.redial': COUNTER,
    'cc_card.servicelastrun': COUNTER,
    'cc_card.last_notification': COUNTER,
    'cc_agent.credit': KEPT,
    'cc_agent.com_balance': KEPT,
    'cc_card_seria.value': KEPT,
    'cc_campaign.secondusedreal': KEPT,
    'cc_did.secondusedreal': KEPT,
    'cc_did_destination.secondusedreal': KEPT,
    'cc_tariffplan.secondusedreal': KEPT,
    'cc_trunk.inuse': KEPT,
    'cc_trunk.secondusedreal': KEPT,
    'cc_card.serial': { writable: 'never', hint: 'The database numbers the cards of a series itself.' },
  },
  required: {
    'cc_card.username': 'filled',
    'cc_card.useralias': 'filled',
    'cc_card.uipass': 'filled',
    'cc_card.credit': 'filled',
    'cc_card.tariff': 'filled',
    // The key is a dial prefix: left out, the database would invent one.
    'cc_prefix.prefix': true,
  },
  // With no series given, the last number that any statement on the same connection drew would be taken over.
  triggerVariables: { cc_card: ['serial'] },
  search,
  presentation,
  labels,
}

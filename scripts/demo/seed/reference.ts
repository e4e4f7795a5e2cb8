/**
 * Adds what an A2Billing installation has before its first customer: version, lists, settings, administrators.
 */
import { DAY, dateTime } from './calendar.ts'
import { countries, currencies, languages } from './data.ts'
import type { RowBook } from './rows.ts'

/** Group, then key: value, title, values to choose from. No value is a real secret. */
const SETTINGS: Readonly<
  Record<string, Readonly<Record<string, readonly [value: string, title: string, choices?: string]>>>
> = {
  global: {
    interval_len_cardnumber: ['10-15', 'Length of account numbers'],
    len_aliasnumber: ['15', 'Length of account aliases'],
    len_voucher: ['15', 'Length of voucher numbers'],
    base_currency: ['usd', 'Base currency'],
    invoice_image: ['logo.png', 'Picture on invoices'],
    admin_email: ['root@example.com', 'Mail address of the administrator'],
    didbilling_daytopay: ['5', 'Days to pay for a number'],
    server_GMT: ['GMT+00:00', 'Time zone of the server'],
    cront_archive_call_prior_x_month: ['4', 'Archive calls older than this many months'],
  },
  webui: {
    api_security_key: ['demo-only-not-a-key', 'Key of the SOAP service'],
    delete_fk_card: ['1', 'Delete what hangs on a card', 'yes,no'],
    currency_choose: ['usd, eur, gbp, cad, aud', 'Currencies to choose from'],
    monitor_path: ['/var/spool/asterisk/monitor', 'Where recordings are'],
  },
  peer_friend: {
    type: ['friend', 'Type of a new VoIP account'],
    allow: ['ulaw,alaw,gsm,g729', 'Codecs of a new VoIP account'],
    context: ['a2billing', 'Context of a new VoIP account'],
    host: ['dynamic', 'Host of a new VoIP account'],
  },
  epayment_method: {
    enable: ['1', 'Online payment', 'yes,no'],
    paypal_email: ['billing@example.com', 'Account at the gateway'],
    purchase_amount: ['5:10:20:50:100', 'Amounts to choose from'],
  },
  'agi-conf1': {
    debug: ['1', 'Detail of the log'],
    min_credit_2call: ['0', 'Least credit to call'],
    dial_balance_reservation: ['0.25', 'Credit held back during a call'],
    cid_enable: ['1', 'Recognise callers by number', 'yes,no'],
    cid_auto_create_card: ['0', 'Create a card for an unknown caller', 'yes,no'],
    notenoughcredit_cardnumber: ['0', 'Ask for another card', 'yes,no'],
    say_balance_after_auth: ['1', 'Say the balance', 'yes,no'],
    failover_recursive_limit: ['2', 'How often to try another trunk'],
  },
  notifications: {
    values_notifications: ['10:20:50:100:500:1000', 'Thresholds to choose from'],
    cron_notifications: ['1', 'Send notifications', 'yes,no'],
    delay_notifications: ['1', 'Days between two notifications'],
  },
}

const TIME_ZONES: readonly (readonly [offset: number, place: string])[] = [
  [-10, 'Hawaii'],
  [-9, 'Alaska'],
  [-8, 'Pacific Time, Tijuana'],
  [-7, 'Mountain Time'],
  [-6, 'Central Time, Mexico City'],
  [-5, 'Eastern Time, Bogotá, Lima'],
  [-4, 'Atlantic Time, Caracas'],
  [-3.5, 'Newfoundland'],
  [-3, 'Brasília, Buenos Aires'],
  [-1, 'Azores'],
  [0, 'Greenwich, Lisbon, Dakar'],
  [1, 'Berlin, Paris, Lagos'],
  [2, 'Athens, Cairo, Johannesburg'],
  [3, 'Moscow, Nairobi, Istanbul'],
  [3.5, 'Tehran'],
  [4, 'Abu Dhabi, Tbilisi'],
  [5, 'Karachi, Tashkent'],
  [5.5, 'Mumbai, Colombo'],
  [5.75, 'Kathmandu'],
  [6, 'Dhaka, Almaty'],
  [7, 'Bangkok, Jakarta'],
  [8, 'Beijing, Singapore, Perth'],
  [9, 'Tokyo, Seoul'],
  [9.5, 'Adelaide, Darwin'],
  [10, 'Sydney, Brisbane'],
  [12, 'Auckland, Fiji'],
]

const PAYMENT_STATUSES = ['Failed', 'Denied', 'Pending', 'In progress', 'Completed', 'Processed', 'Refunded', 'Unknown']

/** Type, subject, text; our own wording. */
const MAILS = [
  ['signup', 'Please confirm your account', 'Hello $name$, open this link to confirm your account: $loginkey$'],
  ['reminder', 'Your credit is low', 'Hello $name$, your account $cardnumber$ has $credit$ $currency$ left.'],
  ['payment', 'Thank you for your payment', 'Hello $name$, we received $itemAmount$ for $itemName$.'],
  ['invoice_to_pay', 'An invoice is waiting', 'Hello $name$, invoice $invoice_title$ is due.'],
  ['did_paid', 'Your number is paid', 'Hello $name$, your number $did$ is paid for another month.'],
  ['new_ticket', 'We received your question', 'Hello $name$, ticket $ticket_id$: $ticket_title$'],
] as const

/** Adds it all, dated before `today` (start of day, in seconds). */
export function addReference(book: RowBook, today: number): void {
  const installed = dateTime(today - 430 * DAY)
  book.add('cc_version', { version: '2.3.0' })
  for (const { code, name, prefix } of countries) {
    book.number('cc_country', { countrycode: code, countryprefix: prefix, countryname: name })
  }
  for (const { code, name, rate } of currencies) {
    book.number('cc_currencies', {
      currency: code,
      name,
      value: rate,
      lastupdate: dateTime(today - DAY),
      basecurrency: 'USD',
    })
  }
  for (const { code, name, own } of languages) {
    book.add('cc_iso639', { code, name, lname: own ?? null, charset: 'UTF-8' })
  }
  for (const [offset, place] of TIME_ZONES) {
    const hours = `${offset < 0 ? '-' : '+'}${String(Math.floor(Math.abs(offset))).padStart(2, '0')}`
    const gmttime = `GMT${hours}:${String((Math.abs(offset) % 1) * 60).padStart(2, '0')}`
    book.number('cc_timezone', { gmtzone: `(${gmttime}) ${place}`, gmttime, gmtoffset: offset * 3600 })
  }
  addSettings(book)
  for (const [index, status_name] of PAYMENT_STATUSES.entries()) {
    book.number('cc_payments_status', { status_id: index - 2, status_name })
  }
  book.number('cc_payment_methods', { payment_method: 'paypal', payment_filename: 'paypal.php' })
  for (const [mailtype, subject, messagetext] of MAILS) {
    const sender = { fromemail: 'info@example.com', fromname: 'Demo Telecom', messagehtml: '' }
    book.number('cc_templatemail', { id_language: 'en', mailtype, ...sender, subject, messagetext })
  }
  addPeople(book, installed)
  book.number('cc_package_group', { name: 'Family', description: null })
  const offer = { creationdate: installed, label: '60 free minutes a month', packagetype: 2, billingtype: 0 }
  const offerId = book.number('cc_package_offer', { ...offer, startday: 1, freetimetocall: 3600 })
  book.add('cc_packgroup_package', { packagegroup_id: 1, package_id: offerId })
}

function addSettings(book: RowBook): void {
  for (const [group_title, settings] of Object.entries(SETTINGS)) {
    book.number('cc_config_group', { group_title, group_description: `Settings: ${group_title}` })
    for (const [config_key, [config_value, config_title, choices]] of Object.entries(settings)) {
      book.number('cc_config', {
        config_title,
        config_key,
        config_value,
        config_description: config_title,
        config_valuetype: choices ? 1 : 0,
        config_listvalues: choices ?? null,
        config_group_title: group_title,
      })
    }
  }
}

/** No password hash equals `!`, so nobody can log in with these. */
function addPeople(book: RowBook, installed: string): void {
  const closed = { pwd_encoded: '!', confaddcust: null, datecreation: installed }
  for (const [login, groupid, perms, name] of [
    ['root', 0, 33_554_431, 'Administrator'],
    ['accounting', 1, 16_387, 'Ivy Lindqvist'],
    ['support', 1, 32_769, 'Tomás Okoye'],
  ] as const) {
    book.number(
      'cc_ui_authen',
      { login, ...closed, groupid, perms, name, email: `${login}@example.com`, country: 'GBR' },
      'userid',
    )
  }
  const server = { manager_username: 'demo', manager_secret: 'demo-only', lasttime_used: installed }
  book.number('cc_server_group', { name: 'default', description: 'All Asterisk servers' })
  book.number('cc_server_manager', { id_group: 1, server_ip: '192.0.2.10', manager_host: '192.0.2.10', ...server })
  book.number('cc_support', { name: 'Help desk', email: 'help@example.com', language: 'en' })
  for (const name of ['Calls', 'Billing', 'Numbers']) {
    book.number('cc_support_component', { id_support: 1, name, activated: 1, type_user: 2 })
  }
}

/**
 * Settings of this installation. Your editor completes them, and explains each where the cursor is.
 *
 * `server`: what the `A2B_*` environment variables say, under the names of `src/config.ts`; the environment wins.
 *
 * `plugins`: `load` takes paths from here and package names, `off` leaves out what comes with the server, `settings` are
 * those that `a2b plugin list` shows, by plugin. How to write one: `docs/plugins.md`. For example:
 *
 *     plugins: { load: ['./plugins/notes'], off: ['charge'], settings: { refill: { vat: 'net' } } },
 *
 * `generator`: what your database means beyond A2Billing's own profile. Tables and columns bear their names in the
 * database; one that is not there is refused with the nearest that is. Every setting there is: `ProfileExtension` in
 * `codegen/profile/profile.ts`. Emitters of your own: `docs/emitters/`. For example:
 *
 *     generator: {
 *       include: ['cc_*', 'crm_*'],
 *       exclude: ['cc_*_archive'],
 *       resources: { crm_customers: 'customer' },
 *       fields: { 'crm_customers.cardid': 'card' },
 *       relations: [{ from: 'crm_customers.cardid', to: 'cc_card.id', none: ['0'] }],
 *       codes: { 'crm_customers.level': { values: 'closed', codes: { S: 'silver', G: 'gold' } } },
 *       secrets: { 'crm_customers.iban': 'bank account' },
 *       actions: { crm_mail_queue: 'A row here sends a mail.' },
 *       readOnly: { cc_call: 'Calls are written by the switch.', 'cc_card.username': 'It is on printed cards.' },
 *       flags: { 'cc_card.activated': true, 'crm_customers.vip': { true: 'Y', false: 'N' } },
 *       columnTypes: { 'crm_customers.settings': { sql: 'json' } },
 *       search: { crm_customers: ['name', 'city'] },
 *       pageSizes: { '*': { default: 50 }, cc_call: { default: 100, maximum: 5000 } },
 *       emitters: [dataDictionary], // import { dataDictionary } from './docs/emitters/data-dictionary.ts'
 *     },
 */
import type { GeneratorSettings } from './codegen/public.ts'
import type { ConfigFile } from './src/config-file.ts'

const config: ConfigFile & { generator?: GeneratorSettings } = {}

export default config

/**
 * Settings of this installation.
 *
 * `server`: what the `A2B_*` environment variables say, under the names of `src/config.ts`; the environment wins.
 * `generator`: what your database means beyond A2Billing's own profile, see `codegen/profile/profile.ts`. For example:
 *
 *     generator: {
 *       relations: [{ from: 'my_crm_customers.card_id', to: 'cc_card.id' }],
 *       secrets: { 'my_crm_customers.iban': 'bank account' },
 *     }
 */
import type { ProfileExtension } from './codegen/profile/profile.ts'
import type { ConfigFile } from './src/config-file.ts'

const config: ConfigFile & { generator?: ProfileExtension } = {}

export default config

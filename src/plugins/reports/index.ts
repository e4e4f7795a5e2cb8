/** What an operator of telephone traffic asks every day: calls and what they earned, money that came in, who runs out. */
import { definePlugin } from '../plugin.ts'
import { moneyRoute } from './money.ts'
import { runningOutRoute } from './running-out.ts'
import { trafficRoute } from './traffic.ts'

export default definePlugin({
  api: 1,
  name: 'reports',
  tables: {
    cc_call: {
      access: 'read',
      columns: {
        card_id: 'integer',
        starttime: 'moment',
        sessiontime: 'integer',
        sessionbill: 'number',
        buycost: 'number?',
        terminatecauseid: 'integer?',
      },
    },
    cc_card: {
      access: 'read',
      columns: {
        id: 'integer',
        credit: 'number',
        status: 'integer?',
        typepaid: 'integer?',
        creditlimit: 'number?',
        id_group: 'integer?',
      },
    },
    cc_card_group: { access: 'read', optional: true, columns: { id: 'integer?', id_agent: 'integer?' } },
    cc_logrefill: { access: 'read', optional: true, columns: { date: 'moment', credit: 'number' } },
    cc_logpayment: { access: 'read', optional: true, columns: { date: 'moment', payment: 'number' } },
    cc_charge: { access: 'read', optional: true, columns: { creationdate: 'moment', amount: 'number' } },
  },
  permissions: {
    'reports:traffic': 'See what calls of a period add up to',
    'reports:money': 'See what refills, payments and charges of a period add up to',
    'reports:customers': 'See whose balance will not last',
  },
  routes: [trafficRoute, moneyRoute, runningOutRoute],
})

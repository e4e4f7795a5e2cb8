/** `/admin/`: the admin panel, which asks the API as any other program does. */
import type { Logger } from '../../http/log.ts'
import { definePlugin } from '../plugin.ts'
import { panelFolder } from './folder.ts'

let log: Logger | undefined

const folder = panelFolder({
  onFailure: (error) => log?.error({ err: error }, 'the panel could not be built; the API is not concerned'),
})

export default definePlugin({
  api: 1,
  name: 'panel',
  folders: [folder],
  async start(host) {
    log = host.log
  },
})

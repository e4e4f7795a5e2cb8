/** `/admin/`: the admin panel, which asks the API as any other program does. */
import { definePlugin } from '../plugin.ts'
import { panelFolder } from './folder.ts'

export default definePlugin({ api: 1, name: 'panel', folders: [panelFolder()] })

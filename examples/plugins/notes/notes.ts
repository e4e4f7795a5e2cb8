/** `GET /api/note/?card_id=7`: the notes, with the filters, ordering and paging that every resource has. */
import { bigint, datetime, type PluginResource, unsigned, varchar } from 'a2billing-api/plugin'

export const notes: PluginResource = {
  name: 'note',
  table: 'a2b_notes',
  primaryKey: ['id'],
  readOnly: 'Add notes by POST to /custom_api/note/<card>.',
  columns: [
    { name: 'id', type: unsigned.bigint },
    { name: 'card_id', type: bigint },
    { name: 'text', type: varchar(2000, 'utf8mb4') },
    { name: 'user_name', type: varchar(255, 'utf8mb4') },
    { name: 'at', type: datetime() },
  ],
  relations: { card_id: { resource: 'card', column: 'id' } },
}

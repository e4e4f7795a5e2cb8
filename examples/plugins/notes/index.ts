/** Notes on customers: what was agreed on the phone, and by whom a card was blocked. */
import { definePlugin } from 'a2billing-api/plugin'
import { addNote } from './add-note.ts'
import { cardHooks } from './card-hooks.ts'
import { notes } from './notes.ts'

export default definePlugin({
  api: 1,
  name: 'notes',
  settings: {
    longest: {
      type: 'integer',
      default: 500,
      minimum: 1,
      maximum: 2000,
      description: 'Characters that a note may have',
    },
  },
  tables: { cc_card: { access: 'read', columns: { id: 'integer', status: 'integer' } } },
  migrations: [
    {
      id: '001-notes',
      up: [
        `create table if not exists a2b_notes (
          id bigint unsigned not null auto_increment primary key,
          card_id bigint not null,
          text varchar(2000) not null,
          user_name varchar(255) not null,
          at datetime not null default current_timestamp,
          key a2b_notes_card (card_id, id)
        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci`,
      ],
      down: ['drop table if exists a2b_notes'],
    },
  ],
  resources: [notes],
  permissions: { 'notes:add': 'Add a note to a customer' },
  routes: [addNote],
  hooks: { card: cardHooks },
  actions: [{ resource: 'card', place: 'row', label: 'Add a note', route: 'addNote' }],
})

// @generated from cc_callback_spool by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_callback_spool`, at `/api/callbackspool/`. */
export interface CallbackSpool {
  /** bigint */
  id: number
  /** varchar(40) */
  uniqueid: string | null
  /** timestamp */
  entry_time: string | null
  /** varchar(80). PENDING to be called by the daemon; PROCESSING being placed; SENT handed to Asterisk; ERROR failed */
  status: string | null
  /** varchar(40) */
  server_ip: string | null
  /** int */
  num_attempt: number
  /** timestamp */
  last_attempt_time: string | null
  /** varchar(60) */
  manager_result: string | null
  /** varchar(60) */
  agi_result: string | null
  /** timestamp */
  callback_time: string | null
  /** varchar(60) */
  channel: string | null
  /** varchar(60) */
  exten: string | null
  /** varchar(60) */
  context: string | null
  /** varchar(60) */
  priority: string | null
  /** varchar(60) */
  application: string | null
  /** varchar(60) */
  data: string | null
  /** varchar(60) */
  timeout: string | null
  /** varchar(60) */
  callerid: string | null
  /** varchar(2000). Secret: only for holders of secrets:read */
  variable?: string | null
  /** varchar(60) */
  account: string | null
  /** varchar(60) */
  async: string | null
  /** varchar(60) */
  actionid: string | null
  /** int */
  id_server: number | null
  /** int */
  id_server_group: number | null
}

/**
 * The views and triggers of the demo database, which a snapshot names without their SQL.
 *
 * Written from how A2Billing's own behave, flaws included, because a demo that is better than the real thing
 * would hide what the API has to cope with.
 */
import type { DatabaseObjects } from './ddl.ts'

/**
 * Takes the next number of the card's series into `serial`.
 *
 * The number passes through the session variable `@serial`. Without a series the UPDATE finds no row and leaves
 * the variable alone, so the card gets whatever this session stored last: A2Billing's own leak.
 */
const TAKE_SERIAL = `UPDATE cc_card_seria SET value = (@serial := value + 1) WHERE id = NEW.id_seria;
  SET NEW.serial = @serial;`

/**
 * Refuses a malformed dial pattern (`_1[23` ...) by using it as a regular expression: the server stops the write
 * with error 1139. Only what follows a leading underscore is a pattern; the rest is a plain prefix.
 */
const CHECK_DIAL_PATTERN = `BEGIN
  DECLARE matched BOOLEAN;
  IF LEFT(NEW.dialprefix, 1) = '_' THEN
    SET matched = '' REGEXP
      REPLACE(REPLACE(REPLACE(SUBSTRING(NEW.dialprefix, 2), 'X', '[0-9]'), 'Z', '[1-9]'), 'N', '[2-9]');
  END IF;
END`

/** What other machines see instead of a SIP secret. */
const BLANK = "_utf8mb3''"

/** MySQL 9 reserves `qualify`. */
const SIP_COLUMNS = `id, id_cc_card, name, accountcode, regexten, amaflags, callgroup, callerid, canreinvite, context,
  DEFAULTip, dtmfmode, fromuser, fromdomain, host, insecure, language, mailbox, ${BLANK} AS md5secret, nat, deny, permit,
  mask, pickupgroup, port, \`qualify\`, restrictcid, rtptimeout, rtpholdtimeout, ${BLANK} AS secret, type, username,
  disallow, allow, musiconhold, regseconds, ipaddr, cancallforward, fullcontact, setvar, regserver, lastms, defaultuser, auth,
  subscribemwi, vmexten, cid_number, callingpres, usereqphone, incominglimit, subscribecontext, musicclass, mohsuggest,
  allowtransfer, autoframing, maxcallbitrate, outboundproxy, rtpkeepalive, useragent, callbackextension`

/** Views and triggers of A2Billing 2.3.0. */
export const a2billingObjects: DatabaseObjects = {
  views: {
    cc_callplan_lcr: `SELECT rate.id, dialled.destination, rate.dialprefix, rate.buyrate, rate.rateinitial, rate.startdate,
  rate.stopdate, rate.initblock, rate.connectcharge, rate.id_trunk, rate.idtariffplan, rate.id AS ratecard_id,
  callplan.id AS tariffgroup_id
FROM cc_tariffgroup_plan AS link
LEFT JOIN cc_tariffgroup AS callplan ON callplan.id = link.idtariffgroup
LEFT JOIN cc_ratecard AS rate ON rate.idtariffplan = link.idtariffplan
LEFT JOIN cc_prefix AS dialled ON dialled.prefix = rate.destination
WHERE rate.id IS NOT NULL`,
    cc_sip_buddies_empty: `SELECT ${SIP_COLUMNS} FROM cc_sip_buddies`,
  },
  triggers: {
    cc_card_serial_set: `BEGIN
  ${TAKE_SERIAL}
END`,
    cc_card_serial_update: `IF NEW.id_seria <> OLD.id_seria OR OLD.id_seria IS NULL THEN
  ${TAKE_SERIAL}
END IF`,
    cc_ratecard_validate_regex_ins: CHECK_DIAL_PATTERN,
    cc_ratecard_validate_regex_upd: CHECK_DIAL_PATTERN,
  },
}

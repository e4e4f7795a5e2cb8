/**
 * Where `search=` looks: what an operator knows of a customer, a number or a tariff when he has no key. Tables that grow
 * with every call are left out, because a search reads all of their rows.
 */
import type { Profile } from '../profile.ts'

const PERSON = ['lastname', 'firstname', 'email', 'phone']

export const search: Profile['search'] = {
  cc_agent: ['login', ...PERSON, 'company'],
  cc_callerid: ['cid'],
  cc_campaign: ['name'],
  cc_card: ['username', 'useralias', ...PERSON, 'cc_callerid.cid'],
  cc_card_archive: ['username', 'useralias', ...PERSON],
  cc_card_group: ['name', 'description'],
  cc_card_seria: ['name'],
  cc_config: ['config_title', 'config_key', 'config_description'],
  cc_country: ['countrycode', 'countryname', 'countryprefix'],
  cc_currencies: ['currency', 'name'],
  cc_did: ['did'],
  cc_didgroup: ['didgroupname'],
  cc_iax_buddies: ['name', 'username', 'accountcode', 'callerid'],
  cc_invoice: ['reference', 'title'],
  cc_outbound_cid_group: ['group_name'],
  cc_package_offer: ['label'],
  cc_phonebook: ['name'],
  cc_phonenumber: ['number', 'name'],
  cc_prefix: ['prefix', 'destination'],
  cc_provider: ['provider_name'],
  cc_ratecard: ['dialprefix', 'tag'],
  cc_receipt: ['title'],
  cc_restricted_phonenumber: ['number'],
  cc_server_group: ['name'],
  cc_service: ['name'],
  cc_sip_buddies: ['name', 'username', 'accountcode', 'callerid'],
  cc_speeddial: ['name', 'phone'],
  cc_subscription_service: ['label'],
  cc_subscription_signup: ['label', 'description'],
  cc_support: ['name', 'email'],
  cc_support_component: ['name'],
  cc_tariffgroup: ['tariffgroupname'],
  cc_tariffplan: ['tariffname'],
  cc_templatemail: ['mailtype', 'subject', 'fromname', 'fromemail'],
  cc_ticket: ['title'],
  cc_timezone: ['gmtzone'],
  cc_trunk: ['trunkcode', 'trunkprefix', 'providerip'],
  cc_ui_authen: ['login', 'name', 'email', 'phone'],
  cc_voucher: ['voucher', 'usedcardnumber', 'tag'],
}

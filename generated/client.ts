// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import { type Client, type ClientOptions, type Facts, makeClient, type ServerResources } from '../src/client/index.ts'
import type * as agent from './client/agent.ts'
import type * as agentCommission from './client/agentcommission.ts'
import type * as agentSignup from './client/agentsignup.ts'
import type * as agentTariffgroup from './client/agenttariffgroup.ts'
import type * as alarm from './client/alarm.ts'
import type * as alarmReport from './client/alarmreport.ts'
import type * as autorefillReport from './client/autorefillreport.ts'
import type * as backup from './client/backup.ts'
import type * as billingCustomer from './client/billingcustomer.ts'
import type * as call from './client/call.ts'
import type * as callArchive from './client/callarchive.ts'
import type * as callbackSpool from './client/callbackspool.ts'
import type * as callerid from './client/callerid.ts'
import type * as callplanLcr from './client/callplanlcr.ts'
import type * as campaign from './client/campaign.ts'
import type * as campaignconfCardgroup from './client/campaignconfcardgroup.ts'
import type * as campaignConfig from './client/campaignconfig.ts'
import type * as campaignPhonebook from './client/campaignphonebook.ts'
import type * as campaignPhonestatus from './client/campaignphonestatus.ts'
import type * as card from './client/card.ts'
import type * as cardArchive from './client/cardarchive.ts'
import type * as cardGroup from './client/cardgroup.ts'
import type * as cardgroupService from './client/cardgroupservice.ts'
import type * as cardHistory from './client/cardhistory.ts'
import type * as cardPackageOffer from './client/cardpackageoffer.ts'
import type * as cardSeria from './client/cardseria.ts'
import type * as cardSubscription from './client/cardsubscription.ts'
import type * as charge from './client/charge.ts'
import type * as config from './client/config.ts'
import type * as configGroup from './client/configgroup.ts'
import type * as configuration from './client/configuration.ts'
import type * as country from './client/country.ts'
import type * as currencies from './client/currencies.ts'
import type * as did from './client/did.ts'
import type * as didDestination from './client/diddestination.ts'
import type * as didgroup from './client/didgroup.ts'
import type * as didUse from './client/diduse.ts'
import type * as epaymentLog from './client/epaymentlog.ts'
import type * as epaymentLogAgent from './client/epaymentlogagent.ts'
import type * as iaxBuddies from './client/iaxbuddies.ts'
import type * as invoice from './client/invoice.ts'
import type * as invoiceConf from './client/invoiceconf.ts'
import type * as invoiceItem from './client/invoiceitem.ts'
import type * as invoicePayment from './client/invoicepayment.ts'
import type * as iso639 from './client/iso639.ts'
import type * as logpayment from './client/logpayment.ts'
import type * as logpaymentAgent from './client/logpaymentagent.ts'
import type * as logrefill from './client/logrefill.ts'
import type * as logrefillAgent from './client/logrefillagent.ts'
import type * as messageAgent from './client/messageagent.ts'
import type * as monitor from './client/monitor.ts'
import type * as notification from './client/notification.ts'
import type * as notificationAdmin from './client/notificationadmin.ts'
import type * as outboundCidGroup from './client/outboundcidgroup.ts'
import type * as outboundCidList from './client/outboundcidlist.ts'
import type * as packageGroup from './client/packagegroup.ts'
import type * as packageOffer from './client/packageoffer.ts'
import type * as packageRate from './client/packagerate.ts'
import type * as packgroupPackage from './client/packgrouppackage.ts'
import type * as paymentMethods from './client/paymentmethods.ts'
import type * as payments from './client/payments.ts'
import type * as paymentsAgent from './client/paymentsagent.ts'
import type * as paymentsStatus from './client/paymentsstatus.ts'
import type * as paypal from './client/paypal.ts'
import type * as phonebook from './client/phonebook.ts'
import type * as phonenumber from './client/phonenumber.ts'
import type * as prefix from './client/prefix.ts'
import type * as provider from './client/provider.ts'
import type * as ratecard from './client/ratecard.ts'
import type * as receipt from './client/receipt.ts'
import type * as receiptItem from './client/receiptitem.ts'
import type * as remittanceRequest from './client/remittancerequest.ts'
import type * as restrictedPhonenumber from './client/restrictedphonenumber.ts'
import type * as serverGroup from './client/servergroup.ts'
import type * as serverManager from './client/servermanager.ts'
import type * as service from './client/service.ts'
import type * as serviceReport from './client/servicereport.ts'
import type * as sipBuddies from './client/sipbuddies.ts'
import type * as sipBuddiesEmpty from './client/sipbuddiesempty.ts'
import type * as speeddial from './client/speeddial.ts'
import type * as statusLog from './client/statuslog.ts'
import type * as subscriptionService from './client/subscriptionservice.ts'
import type * as subscriptionSignup from './client/subscriptionsignup.ts'
import type * as support from './client/support.ts'
import type * as supportComponent from './client/supportcomponent.ts'
import type * as systemLog from './client/systemlog.ts'
import type * as tariffgroup from './client/tariffgroup.ts'
import type * as tariffgroupPlan from './client/tariffgroupplan.ts'
import type * as tariffplan from './client/tariffplan.ts'
import type * as templatemail from './client/templatemail.ts'
import type * as ticket from './client/ticket.ts'
import type * as ticketComment from './client/ticketcomment.ts'
import type * as timezone from './client/timezone.ts'
import type * as trunk from './client/trunk.ts'
import type * as uiAuthen from './client/uiauthen.ts'
import type * as version from './client/version.ts'
import type * as voucher from './client/voucher.ts'

export * from '../src/client/index.ts'

/** Every table by its name in the URL, with the types of its rows. */
export interface Tables {
  agent: { row: agent.Agent; new: agent.NewAgent; patch: agent.AgentPatch }
  agentcommission: { row: agentCommission.AgentCommission; new: agentCommission.NewAgentCommission; patch: agentCommission.AgentCommissionPatch }
  agentsignup: { row: agentSignup.AgentSignup; new: agentSignup.NewAgentSignup; patch: agentSignup.AgentSignupPatch }
  agenttariffgroup: { row: agentTariffgroup.AgentTariffgroup; new: agentTariffgroup.NewAgentTariffgroup; patch: agentTariffgroup.AgentTariffgroupPatch }
  alarm: { row: alarm.Alarm; new: alarm.NewAlarm; patch: alarm.AlarmPatch }
  alarmreport: { row: alarmReport.AlarmReport; new: alarmReport.NewAlarmReport; patch: alarmReport.AlarmReportPatch }
  autorefillreport: { row: autorefillReport.AutorefillReport; new: autorefillReport.NewAutorefillReport; patch: autorefillReport.AutorefillReportPatch }
  backup: { row: backup.Backup; new: backup.NewBackup; patch: backup.BackupPatch }
  billingcustomer: { row: billingCustomer.BillingCustomer; new: billingCustomer.NewBillingCustomer; patch: billingCustomer.BillingCustomerPatch }
  call: { row: call.Call; new: call.NewCall; patch: call.CallPatch }
  callarchive: { row: callArchive.CallArchive; new: callArchive.NewCallArchive; patch: callArchive.CallArchivePatch }
  callbackspool: { row: callbackSpool.CallbackSpool }
  callerid: { row: callerid.Callerid; new: callerid.NewCallerid; patch: callerid.CalleridPatch }
  callplanlcr: { row: callplanLcr.CallplanLcr }
  campaign: { row: campaign.Campaign; new: campaign.NewCampaign; patch: campaign.CampaignPatch }
  campaignconfcardgroup: { row: campaignconfCardgroup.CampaignconfCardgroup; new: campaignconfCardgroup.NewCampaignconfCardgroup; patch: campaignconfCardgroup.CampaignconfCardgroupPatch }
  campaignconfig: { row: campaignConfig.CampaignConfig; new: campaignConfig.NewCampaignConfig; patch: campaignConfig.CampaignConfigPatch }
  campaignphonebook: { row: campaignPhonebook.CampaignPhonebook; new: campaignPhonebook.NewCampaignPhonebook; patch: campaignPhonebook.CampaignPhonebookPatch }
  campaignphonestatus: { row: campaignPhonestatus.CampaignPhonestatus; new: campaignPhonestatus.NewCampaignPhonestatus; patch: campaignPhonestatus.CampaignPhonestatusPatch }
  card: { row: card.Card; new: card.NewCard; patch: card.CardPatch }
  cardarchive: { row: cardArchive.CardArchive; new: cardArchive.NewCardArchive; patch: cardArchive.CardArchivePatch }
  cardgroup: { row: cardGroup.CardGroup; new: cardGroup.NewCardGroup; patch: cardGroup.CardGroupPatch }
  cardgroupservice: { row: cardgroupService.CardgroupService; new: cardgroupService.NewCardgroupService; patch: cardgroupService.CardgroupServicePatch }
  cardhistory: { row: cardHistory.CardHistory; new: cardHistory.NewCardHistory; patch: cardHistory.CardHistoryPatch }
  cardpackageoffer: { row: cardPackageOffer.CardPackageOffer; new: cardPackageOffer.NewCardPackageOffer; patch: cardPackageOffer.CardPackageOfferPatch }
  cardseria: { row: cardSeria.CardSeria; new: cardSeria.NewCardSeria; patch: cardSeria.CardSeriaPatch }
  cardsubscription: { row: cardSubscription.CardSubscription; new: cardSubscription.NewCardSubscription; patch: cardSubscription.CardSubscriptionPatch }
  charge: { row: charge.Charge; new: charge.NewCharge; patch: charge.ChargePatch }
  config: { row: config.Config }
  configgroup: { row: configGroup.ConfigGroup; new: configGroup.NewConfigGroup; patch: configGroup.ConfigGroupPatch }
  configuration: { row: configuration.Configuration; new: configuration.NewConfiguration; patch: configuration.ConfigurationPatch }
  country: { row: country.Country; new: country.NewCountry; patch: country.CountryPatch }
  currencies: { row: currencies.Currencies; new: currencies.NewCurrencies; patch: currencies.CurrenciesPatch }
  did: { row: did.Did; new: did.NewDid; patch: did.DidPatch }
  diddestination: { row: didDestination.DidDestination; new: didDestination.NewDidDestination; patch: didDestination.DidDestinationPatch }
  didgroup: { row: didgroup.Didgroup; new: didgroup.NewDidgroup; patch: didgroup.DidgroupPatch }
  diduse: { row: didUse.DidUse; new: didUse.NewDidUse; patch: didUse.DidUsePatch }
  epaymentlog: { row: epaymentLog.EpaymentLog; new: epaymentLog.NewEpaymentLog; patch: epaymentLog.EpaymentLogPatch }
  epaymentlogagent: { row: epaymentLogAgent.EpaymentLogAgent; new: epaymentLogAgent.NewEpaymentLogAgent; patch: epaymentLogAgent.EpaymentLogAgentPatch }
  iaxbuddies: { row: iaxBuddies.IaxBuddies; new: iaxBuddies.NewIaxBuddies; patch: iaxBuddies.IaxBuddiesPatch }
  invoice: { row: invoice.Invoice; new: invoice.NewInvoice; patch: invoice.InvoicePatch }
  invoiceconf: { row: invoiceConf.InvoiceConf; new: invoiceConf.NewInvoiceConf; patch: invoiceConf.InvoiceConfPatch }
  invoiceitem: { row: invoiceItem.InvoiceItem; new: invoiceItem.NewInvoiceItem; patch: invoiceItem.InvoiceItemPatch }
  invoicepayment: { row: invoicePayment.InvoicePayment; new: invoicePayment.NewInvoicePayment; patch: invoicePayment.InvoicePaymentPatch }
  iso639: { row: iso639.Iso639; new: iso639.NewIso639; patch: iso639.Iso639Patch }
  logpayment: { row: logpayment.Logpayment; new: logpayment.NewLogpayment; patch: logpayment.LogpaymentPatch }
  logpaymentagent: { row: logpaymentAgent.LogpaymentAgent; new: logpaymentAgent.NewLogpaymentAgent; patch: logpaymentAgent.LogpaymentAgentPatch }
  logrefill: { row: logrefill.Logrefill; new: logrefill.NewLogrefill; patch: logrefill.LogrefillPatch }
  logrefillagent: { row: logrefillAgent.LogrefillAgent; new: logrefillAgent.NewLogrefillAgent; patch: logrefillAgent.LogrefillAgentPatch }
  messageagent: { row: messageAgent.MessageAgent; new: messageAgent.NewMessageAgent; patch: messageAgent.MessageAgentPatch }
  monitor: { row: monitor.Monitor }
  notification: { row: notification.Notification; new: notification.NewNotification; patch: notification.NotificationPatch }
  notificationadmin: { row: notificationAdmin.NotificationAdmin; new: notificationAdmin.NewNotificationAdmin; patch: notificationAdmin.NotificationAdminPatch }
  outboundcidgroup: { row: outboundCidGroup.OutboundCidGroup; new: outboundCidGroup.NewOutboundCidGroup; patch: outboundCidGroup.OutboundCidGroupPatch }
  outboundcidlist: { row: outboundCidList.OutboundCidList; new: outboundCidList.NewOutboundCidList; patch: outboundCidList.OutboundCidListPatch }
  packagegroup: { row: packageGroup.PackageGroup; new: packageGroup.NewPackageGroup; patch: packageGroup.PackageGroupPatch }
  packageoffer: { row: packageOffer.PackageOffer; new: packageOffer.NewPackageOffer; patch: packageOffer.PackageOfferPatch }
  packagerate: { row: packageRate.PackageRate; new: packageRate.NewPackageRate; patch: packageRate.PackageRatePatch }
  packgrouppackage: { row: packgroupPackage.PackgroupPackage; new: packgroupPackage.NewPackgroupPackage; patch: packgroupPackage.PackgroupPackagePatch }
  paymentmethods: { row: paymentMethods.PaymentMethods; new: paymentMethods.NewPaymentMethods; patch: paymentMethods.PaymentMethodsPatch }
  payments: { row: payments.Payments; new: payments.NewPayments; patch: payments.PaymentsPatch }
  paymentsagent: { row: paymentsAgent.PaymentsAgent; new: paymentsAgent.NewPaymentsAgent; patch: paymentsAgent.PaymentsAgentPatch }
  paymentsstatus: { row: paymentsStatus.PaymentsStatus; new: paymentsStatus.NewPaymentsStatus; patch: paymentsStatus.PaymentsStatusPatch }
  paypal: { row: paypal.Paypal; new: paypal.NewPaypal; patch: paypal.PaypalPatch }
  phonebook: { row: phonebook.Phonebook; new: phonebook.NewPhonebook; patch: phonebook.PhonebookPatch }
  phonenumber: { row: phonenumber.Phonenumber; new: phonenumber.NewPhonenumber; patch: phonenumber.PhonenumberPatch }
  prefix: { row: prefix.Prefix; new: prefix.NewPrefix; patch: prefix.PrefixPatch }
  provider: { row: provider.Provider; new: provider.NewProvider; patch: provider.ProviderPatch }
  ratecard: { row: ratecard.Ratecard; new: ratecard.NewRatecard; patch: ratecard.RatecardPatch }
  receipt: { row: receipt.Receipt; new: receipt.NewReceipt; patch: receipt.ReceiptPatch }
  receiptitem: { row: receiptItem.ReceiptItem; new: receiptItem.NewReceiptItem; patch: receiptItem.ReceiptItemPatch }
  remittancerequest: { row: remittanceRequest.RemittanceRequest; new: remittanceRequest.NewRemittanceRequest; patch: remittanceRequest.RemittanceRequestPatch }
  restrictedphonenumber: { row: restrictedPhonenumber.RestrictedPhonenumber; new: restrictedPhonenumber.NewRestrictedPhonenumber; patch: restrictedPhonenumber.RestrictedPhonenumberPatch }
  servergroup: { row: serverGroup.ServerGroup; new: serverGroup.NewServerGroup; patch: serverGroup.ServerGroupPatch }
  servermanager: { row: serverManager.ServerManager; new: serverManager.NewServerManager; patch: serverManager.ServerManagerPatch }
  service: { row: service.Service; new: service.NewService; patch: service.ServicePatch }
  servicereport: { row: serviceReport.ServiceReport; new: serviceReport.NewServiceReport; patch: serviceReport.ServiceReportPatch }
  sipbuddies: { row: sipBuddies.SipBuddies; new: sipBuddies.NewSipBuddies; patch: sipBuddies.SipBuddiesPatch }
  sipbuddiesempty: { row: sipBuddiesEmpty.SipBuddiesEmpty }
  speeddial: { row: speeddial.Speeddial; new: speeddial.NewSpeeddial; patch: speeddial.SpeeddialPatch }
  statuslog: { row: statusLog.StatusLog; new: statusLog.NewStatusLog; patch: statusLog.StatusLogPatch }
  subscriptionservice: { row: subscriptionService.SubscriptionService; new: subscriptionService.NewSubscriptionService; patch: subscriptionService.SubscriptionServicePatch }
  subscriptionsignup: { row: subscriptionSignup.SubscriptionSignup; new: subscriptionSignup.NewSubscriptionSignup; patch: subscriptionSignup.SubscriptionSignupPatch }
  support: { row: support.Support; new: support.NewSupport; patch: support.SupportPatch }
  supportcomponent: { row: supportComponent.SupportComponent; new: supportComponent.NewSupportComponent; patch: supportComponent.SupportComponentPatch }
  systemlog: { row: systemLog.SystemLog; new: systemLog.NewSystemLog; patch: systemLog.SystemLogPatch }
  tariffgroup: { row: tariffgroup.Tariffgroup; new: tariffgroup.NewTariffgroup; patch: tariffgroup.TariffgroupPatch }
  tariffgroupplan: { row: tariffgroupPlan.TariffgroupPlan; new: tariffgroupPlan.NewTariffgroupPlan; patch: tariffgroupPlan.TariffgroupPlanPatch }
  tariffplan: { row: tariffplan.Tariffplan; new: tariffplan.NewTariffplan; patch: tariffplan.TariffplanPatch }
  templatemail: { row: templatemail.Templatemail; new: templatemail.NewTemplatemail; patch: templatemail.TemplatemailPatch }
  ticket: { row: ticket.Ticket; new: ticket.NewTicket; patch: ticket.TicketPatch }
  ticketcomment: { row: ticketComment.TicketComment; new: ticketComment.NewTicketComment; patch: ticketComment.TicketCommentPatch }
  timezone: { row: timezone.Timezone; new: timezone.NewTimezone; patch: timezone.TimezonePatch }
  trunk: { row: trunk.Trunk; new: trunk.NewTrunk; patch: trunk.TrunkPatch }
  uiauthen: { row: uiAuthen.UiAuthen; new: uiAuthen.NewUiAuthen; patch: uiAuthen.UiAuthenPatch }
  version: { row: version.Version }
  voucher: { row: voucher.Voucher; new: voucher.NewVoucher; patch: voucher.VoucherPatch }
}

export type Resources = Tables & Omit<ServerResources, keyof Tables>

/** What the client has to know of them while it runs. */
const facts: Facts = {
  agent: { key: ['id'], decimals: ['credit', 'commission', 'vat', 'com_balance', 'threshold_remittance'] },
  agentcommission: { key: ['id'], decimals: ['amount', 'commission_percent'] },
  agentsignup: { key: ['id'], decimals: [] },
  agenttariffgroup: { key: ['id_agent', 'id_tariffgroup'], decimals: [] },
  alarm: { key: ['id'], decimals: [] },
  alarmreport: { key: ['id'], decimals: [] },
  autorefillreport: { key: ['id'], decimals: ['totalcredit'] },
  backup: { key: ['id'], decimals: [] },
  billingcustomer: { key: ['id'], decimals: [] },
  call: { key: ['id'], decimals: ['buycost'] },
  callarchive: { key: ['id'], decimals: ['buycost'] },
  callbackspool: { key: ['id'], decimals: [] },
  callerid: { key: ['id'], decimals: [] },
  callplanlcr: { key: [], decimals: ['buyrate', 'rateinitial', 'connectcharge'] },
  campaign: { key: ['id'], decimals: [] },
  campaignconfcardgroup: { key: ['id_campaign_config', 'id_card_group'], decimals: [] },
  campaignconfig: { key: ['id'], decimals: ['flatrate'] },
  campaignphonebook: { key: ['id_campaign', 'id_phonebook'], decimals: [] },
  campaignphonestatus: { key: ['id_phonenumber', 'id_campaign'], decimals: [] },
  card: { key: ['id'], decimals: ['credit', 'initialbalance', 'discount'] },
  cardarchive: { key: ['id'], decimals: ['credit', 'initialbalance', 'discount'] },
  cardgroup: { key: ['id'], decimals: [] },
  cardgroupservice: { key: ['id_card_group', 'id_service'], decimals: [] },
  cardhistory: { key: ['id'], decimals: [] },
  cardpackageoffer: { key: ['id'], decimals: [] },
  cardseria: { key: ['id'], decimals: [] },
  cardsubscription: { key: ['id'], decimals: [] },
  charge: { key: ['id'], decimals: [] },
  config: { key: ['id'], decimals: [] },
  configgroup: { key: ['id'], decimals: [] },
  configuration: { key: ['configuration_id'], decimals: [] },
  country: { key: ['id'], decimals: [] },
  currencies: { key: ['id'], decimals: ['value'] },
  did: { key: ['id'], decimals: ['connection_charge', 'selling_rate', 'aleg_carrier_connect_charge', 'aleg_carrier_cost_min', 'aleg_retail_connect_charge', 'aleg_retail_cost_min', 'aleg_carrier_connect_charge_offp', 'aleg_carrier_cost_min_offp', 'aleg_retail_connect_charge_offp', 'aleg_retail_cost_min_offp'] },
  diddestination: { key: ['id'], decimals: [] },
  didgroup: { key: ['id'], decimals: [] },
  diduse: { key: ['id'], decimals: [] },
  epaymentlog: { key: ['id'], decimals: [] },
  epaymentlogagent: { key: ['id'], decimals: [] },
  iaxbuddies: { key: ['id'], decimals: [] },
  invoice: { key: ['id'], decimals: [] },
  invoiceconf: { key: ['id'], decimals: [] },
  invoiceitem: { key: ['id'], decimals: ['price', 'VAT'] },
  invoicepayment: { key: ['id_invoice', 'id_payment'], decimals: [] },
  iso639: { key: ['code'], decimals: [] },
  logpayment: { key: ['id'], decimals: ['payment'] },
  logpaymentagent: { key: ['id'], decimals: ['payment'] },
  logrefill: { key: ['id'], decimals: ['credit'] },
  logrefillagent: { key: ['id'], decimals: ['credit'] },
  messageagent: { key: ['id'], decimals: [] },
  monitor: { key: ['id'], decimals: [] },
  notification: { key: ['id'], decimals: [] },
  notificationadmin: { key: ['id_notification', 'id_admin'], decimals: [] },
  outboundcidgroup: { key: ['id'], decimals: [] },
  outboundcidlist: { key: ['id'], decimals: [] },
  packagegroup: { key: ['id'], decimals: [] },
  packageoffer: { key: ['id'], decimals: [] },
  packagerate: { key: ['package_id', 'rate_id'], decimals: [] },
  packgrouppackage: { key: ['packagegroup_id', 'package_id'], decimals: [] },
  paymentmethods: { key: ['id'], decimals: [] },
  payments: { key: ['id'], decimals: ['orders_amount', 'currency_value'] },
  paymentsagent: { key: ['id'], decimals: ['orders_amount', 'currency_value'] },
  paymentsstatus: { key: ['id'], decimals: [] },
  paypal: { key: ['id'], decimals: ['mc_gross', 'mc_fee', 'tax'] },
  phonebook: { key: ['id'], decimals: [] },
  phonenumber: { key: ['id'], decimals: [] },
  prefix: { key: ['prefix'], decimals: [] },
  provider: { key: ['id'], decimals: [] },
  ratecard: { key: ['id'], decimals: ['buyrate', 'rateinitial', 'connectcharge', 'disconnectcharge', 'stepchargea', 'chargea', 'stepchargeb', 'chargeb', 'additional_block_charge', 'minimal_cost', 'announce_time_correction'] },
  receipt: { key: ['id'], decimals: [] },
  receiptitem: { key: ['id'], decimals: ['price'] },
  remittancerequest: { key: ['id'], decimals: ['amount'] },
  restrictedphonenumber: { key: ['id'], decimals: [] },
  servergroup: { key: ['id'], decimals: [] },
  servermanager: { key: ['id'], decimals: [] },
  service: { key: ['id'], decimals: [] },
  servicereport: { key: ['id'], decimals: [] },
  sipbuddies: { key: ['id'], decimals: [] },
  sipbuddiesempty: { key: [], decimals: [] },
  speeddial: { key: ['id'], decimals: [] },
  statuslog: { key: ['id'], decimals: [] },
  subscriptionservice: { key: ['id'], decimals: [] },
  subscriptionsignup: { key: ['id'], decimals: [] },
  support: { key: ['id'], decimals: [] },
  supportcomponent: { key: ['id'], decimals: [] },
  systemlog: { key: ['id'], decimals: [] },
  tariffgroup: { key: ['id'], decimals: [] },
  tariffgroupplan: { key: ['idtariffgroup', 'idtariffplan'], decimals: [] },
  tariffplan: { key: ['id'], decimals: [] },
  templatemail: { key: ['id'], decimals: [] },
  ticket: { key: ['id'], decimals: [] },
  ticketcomment: { key: ['id'], decimals: [] },
  timezone: { key: ['id'], decimals: [] },
  trunk: { key: ['id_trunk'], decimals: [] },
  uiauthen: { key: ['userid'], decimals: [] },
  version: { key: [], decimals: [] },
  voucher: { key: ['id'], decimals: [] },
}

/** `createClient({ baseUrl: 'http://127.0.0.1:8008', credentials: { key: 'a2b_7_…' } })` */
export function createClient(options: ClientOptions): Client<Resources> {
  return makeClient<Resources>(options, facts)
}

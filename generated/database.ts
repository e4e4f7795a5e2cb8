// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { AgentTable } from './tables/agent.ts'
import type { AgentCommissionTable } from './tables/agentcommission.ts'
import type { AgentSignupTable } from './tables/agentsignup.ts'
import type { AgentTariffgroupTable } from './tables/agenttariffgroup.ts'
import type { AlarmTable } from './tables/alarm.ts'
import type { AlarmReportTable } from './tables/alarmreport.ts'
import type { AutorefillReportTable } from './tables/autorefillreport.ts'
import type { BackupTable } from './tables/backup.ts'
import type { BillingCustomerTable } from './tables/billingcustomer.ts'
import type { CallTable } from './tables/call.ts'
import type { CallArchiveTable } from './tables/callarchive.ts'
import type { CallbackSpoolTable } from './tables/callbackspool.ts'
import type { CalleridTable } from './tables/callerid.ts'
import type { CallplanLcrTable } from './tables/callplanlcr.ts'
import type { CampaignTable } from './tables/campaign.ts'
import type { CampaignconfCardgroupTable } from './tables/campaignconfcardgroup.ts'
import type { CampaignConfigTable } from './tables/campaignconfig.ts'
import type { CampaignPhonebookTable } from './tables/campaignphonebook.ts'
import type { CampaignPhonestatusTable } from './tables/campaignphonestatus.ts'
import type { CardTable } from './tables/card.ts'
import type { CardArchiveTable } from './tables/cardarchive.ts'
import type { CardGroupTable } from './tables/cardgroup.ts'
import type { CardgroupServiceTable } from './tables/cardgroupservice.ts'
import type { CardHistoryTable } from './tables/cardhistory.ts'
import type { CardPackageOfferTable } from './tables/cardpackageoffer.ts'
import type { CardSeriaTable } from './tables/cardseria.ts'
import type { CardSubscriptionTable } from './tables/cardsubscription.ts'
import type { ChargeTable } from './tables/charge.ts'
import type { ConfigTable } from './tables/config.ts'
import type { ConfigGroupTable } from './tables/configgroup.ts'
import type { ConfigurationTable } from './tables/configuration.ts'
import type { CountryTable } from './tables/country.ts'
import type { CurrenciesTable } from './tables/currencies.ts'
import type { DidTable } from './tables/did.ts'
import type { DidDestinationTable } from './tables/diddestination.ts'
import type { DidgroupTable } from './tables/didgroup.ts'
import type { DidUseTable } from './tables/diduse.ts'
import type { EpaymentLogTable } from './tables/epaymentlog.ts'
import type { EpaymentLogAgentTable } from './tables/epaymentlogagent.ts'
import type { IaxBuddiesTable } from './tables/iaxbuddies.ts'
import type { InvoiceTable } from './tables/invoice.ts'
import type { InvoiceConfTable } from './tables/invoiceconf.ts'
import type { InvoiceItemTable } from './tables/invoiceitem.ts'
import type { InvoicePaymentTable } from './tables/invoicepayment.ts'
import type { Iso639Table } from './tables/iso639.ts'
import type { LogpaymentTable } from './tables/logpayment.ts'
import type { LogpaymentAgentTable } from './tables/logpaymentagent.ts'
import type { LogrefillTable } from './tables/logrefill.ts'
import type { LogrefillAgentTable } from './tables/logrefillagent.ts'
import type { MessageAgentTable } from './tables/messageagent.ts'
import type { MonitorTable } from './tables/monitor.ts'
import type { NotificationTable } from './tables/notification.ts'
import type { NotificationAdminTable } from './tables/notificationadmin.ts'
import type { OutboundCidGroupTable } from './tables/outboundcidgroup.ts'
import type { OutboundCidListTable } from './tables/outboundcidlist.ts'
import type { PackageGroupTable } from './tables/packagegroup.ts'
import type { PackageOfferTable } from './tables/packageoffer.ts'
import type { PackageRateTable } from './tables/packagerate.ts'
import type { PackgroupPackageTable } from './tables/packgrouppackage.ts'
import type { PaymentMethodsTable } from './tables/paymentmethods.ts'
import type { PaymentsTable } from './tables/payments.ts'
import type { PaymentsAgentTable } from './tables/paymentsagent.ts'
import type { PaymentsStatusTable } from './tables/paymentsstatus.ts'
import type { PaypalTable } from './tables/paypal.ts'
import type { PhonebookTable } from './tables/phonebook.ts'
import type { PhonenumberTable } from './tables/phonenumber.ts'
import type { PrefixTable } from './tables/prefix.ts'
import type { ProviderTable } from './tables/provider.ts'
import type { RatecardTable } from './tables/ratecard.ts'
import type { ReceiptTable } from './tables/receipt.ts'
import type { ReceiptItemTable } from './tables/receiptitem.ts'
import type { RemittanceRequestTable } from './tables/remittancerequest.ts'
import type { RestrictedPhonenumberTable } from './tables/restrictedphonenumber.ts'
import type { ServerGroupTable } from './tables/servergroup.ts'
import type { ServerManagerTable } from './tables/servermanager.ts'
import type { ServiceTable } from './tables/service.ts'
import type { ServiceReportTable } from './tables/servicereport.ts'
import type { SipBuddiesTable } from './tables/sipbuddies.ts'
import type { SipBuddiesEmptyTable } from './tables/sipbuddiesempty.ts'
import type { SpeeddialTable } from './tables/speeddial.ts'
import type { StatusLogTable } from './tables/statuslog.ts'
import type { SubscriptionServiceTable } from './tables/subscriptionservice.ts'
import type { SubscriptionSignupTable } from './tables/subscriptionsignup.ts'
import type { SupportTable } from './tables/support.ts'
import type { SupportComponentTable } from './tables/supportcomponent.ts'
import type { SystemLogTable } from './tables/systemlog.ts'
import type { TariffgroupTable } from './tables/tariffgroup.ts'
import type { TariffgroupPlanTable } from './tables/tariffgroupplan.ts'
import type { TariffplanTable } from './tables/tariffplan.ts'
import type { TemplatemailTable } from './tables/templatemail.ts'
import type { TicketTable } from './tables/ticket.ts'
import type { TicketCommentTable } from './tables/ticketcomment.ts'
import type { TimezoneTable } from './tables/timezone.ts'
import type { TrunkTable } from './tables/trunk.ts'
import type { UiAuthenTable } from './tables/uiauthen.ts'
import type { VersionTable } from './tables/version.ts'
import type { VoucherTable } from './tables/voucher.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  cc_agent: AgentTable

  cc_agent_commission: AgentCommissionTable

  cc_agent_signup: AgentSignupTable

  cc_agent_tariffgroup: AgentTariffgroupTable

  cc_alarm: AlarmTable

  cc_alarm_report: AlarmReportTable

  cc_autorefill_report: AutorefillReportTable

  cc_backup: BackupTable

  cc_billing_customer: BillingCustomerTable

  cc_call: CallTable

  cc_call_archive: CallArchiveTable

  cc_callback_spool: CallbackSpoolTable

  cc_callerid: CalleridTable

  cc_callplan_lcr: CallplanLcrTable

  cc_campaign: CampaignTable

  cc_campaignconf_cardgroup: CampaignconfCardgroupTable

  cc_campaign_config: CampaignConfigTable

  cc_campaign_phonebook: CampaignPhonebookTable

  cc_campaign_phonestatus: CampaignPhonestatusTable

  cc_card: CardTable

  cc_card_archive: CardArchiveTable

  cc_card_group: CardGroupTable

  cc_cardgroup_service: CardgroupServiceTable

  cc_card_history: CardHistoryTable

  cc_card_package_offer: CardPackageOfferTable

  cc_card_seria: CardSeriaTable

  cc_card_subscription: CardSubscriptionTable

  cc_charge: ChargeTable

  cc_config: ConfigTable

  cc_config_group: ConfigGroupTable

  cc_configuration: ConfigurationTable

  cc_country: CountryTable

  cc_currencies: CurrenciesTable

  cc_did: DidTable

  cc_did_destination: DidDestinationTable

  cc_didgroup: DidgroupTable

  cc_did_use: DidUseTable

  cc_epayment_log: EpaymentLogTable

  cc_epayment_log_agent: EpaymentLogAgentTable

  cc_iax_buddies: IaxBuddiesTable

  cc_invoice: InvoiceTable

  cc_invoice_conf: InvoiceConfTable

  cc_invoice_item: InvoiceItemTable

  cc_invoice_payment: InvoicePaymentTable

  cc_iso639: Iso639Table

  cc_logpayment: LogpaymentTable

  cc_logpayment_agent: LogpaymentAgentTable

  cc_logrefill: LogrefillTable

  cc_logrefill_agent: LogrefillAgentTable

  cc_message_agent: MessageAgentTable

  cc_monitor: MonitorTable

  cc_notification: NotificationTable

  cc_notification_admin: NotificationAdminTable

  cc_outbound_cid_group: OutboundCidGroupTable

  cc_outbound_cid_list: OutboundCidListTable

  cc_package_group: PackageGroupTable

  cc_package_offer: PackageOfferTable

  cc_package_rate: PackageRateTable

  cc_packgroup_package: PackgroupPackageTable

  cc_payment_methods: PaymentMethodsTable

  cc_payments: PaymentsTable

  cc_payments_agent: PaymentsAgentTable

  cc_payments_status: PaymentsStatusTable

  cc_paypal: PaypalTable

  cc_phonebook: PhonebookTable

  cc_phonenumber: PhonenumberTable

  cc_prefix: PrefixTable

  cc_provider: ProviderTable

  cc_ratecard: RatecardTable

  cc_receipt: ReceiptTable

  cc_receipt_item: ReceiptItemTable

  cc_remittance_request: RemittanceRequestTable

  cc_restricted_phonenumber: RestrictedPhonenumberTable

  cc_server_group: ServerGroupTable

  cc_server_manager: ServerManagerTable

  cc_service: ServiceTable

  cc_service_report: ServiceReportTable

  cc_sip_buddies: SipBuddiesTable

  cc_sip_buddies_empty: SipBuddiesEmptyTable

  cc_speeddial: SpeeddialTable

  cc_status_log: StatusLogTable

  cc_subscription_service: SubscriptionServiceTable

  cc_subscription_signup: SubscriptionSignupTable

  cc_support: SupportTable

  cc_support_component: SupportComponentTable

  cc_system_log: SystemLogTable

  cc_tariffgroup: TariffgroupTable

  cc_tariffgroup_plan: TariffgroupPlanTable

  cc_tariffplan: TariffplanTable

  cc_templatemail: TemplatemailTable

  cc_ticket: TicketTable

  cc_ticket_comment: TicketCommentTable

  cc_timezone: TimezoneTable

  cc_trunk: TrunkTable

  cc_ui_authen: UiAuthenTable

  cc_version: VersionTable

  cc_voucher: VoucherTable
}

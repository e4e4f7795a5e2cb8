// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { agent } from './resources/agent.ts'
import { agentCommission } from './resources/agentcommission.ts'
import { agentSignup } from './resources/agentsignup.ts'
import { agentTariffgroup } from './resources/agenttariffgroup.ts'
import { alarm } from './resources/alarm.ts'
import { alarmReport } from './resources/alarmreport.ts'
import { autorefillReport } from './resources/autorefillreport.ts'
import { backup } from './resources/backup.ts'
import { billingCustomer } from './resources/billingcustomer.ts'
import { call } from './resources/call.ts'
import { callArchive } from './resources/callarchive.ts'
import { callbackSpool } from './resources/callbackspool.ts'
import { callerid } from './resources/callerid.ts'
import { callplanLcr } from './resources/callplanlcr.ts'
import { campaign } from './resources/campaign.ts'
import { campaignconfCardgroup } from './resources/campaignconfcardgroup.ts'
import { campaignConfig } from './resources/campaignconfig.ts'
import { campaignPhonebook } from './resources/campaignphonebook.ts'
import { campaignPhonestatus } from './resources/campaignphonestatus.ts'
import { card } from './resources/card.ts'
import { cardArchive } from './resources/cardarchive.ts'
import { cardGroup } from './resources/cardgroup.ts'
import { cardgroupService } from './resources/cardgroupservice.ts'
import { cardHistory } from './resources/cardhistory.ts'
import { cardPackageOffer } from './resources/cardpackageoffer.ts'
import { cardSeria } from './resources/cardseria.ts'
import { cardSubscription } from './resources/cardsubscription.ts'
import { charge } from './resources/charge.ts'
import { config } from './resources/config.ts'
import { configGroup } from './resources/configgroup.ts'
import { configuration } from './resources/configuration.ts'
import { country } from './resources/country.ts'
import { currencies } from './resources/currencies.ts'
import { did } from './resources/did.ts'
import { didDestination } from './resources/diddestination.ts'
import { didgroup } from './resources/didgroup.ts'
import { didUse } from './resources/diduse.ts'
import { epaymentLog } from './resources/epaymentlog.ts'
import { epaymentLogAgent } from './resources/epaymentlogagent.ts'
import { iaxBuddies } from './resources/iaxbuddies.ts'
import { invoice } from './resources/invoice.ts'
import { invoiceConf } from './resources/invoiceconf.ts'
import { invoiceItem } from './resources/invoiceitem.ts'
import { invoicePayment } from './resources/invoicepayment.ts'
import { iso639 } from './resources/iso639.ts'
import { logpayment } from './resources/logpayment.ts'
import { logpaymentAgent } from './resources/logpaymentagent.ts'
import { logrefill } from './resources/logrefill.ts'
import { logrefillAgent } from './resources/logrefillagent.ts'
import { messageAgent } from './resources/messageagent.ts'
import { monitor } from './resources/monitor.ts'
import { notification } from './resources/notification.ts'
import { notificationAdmin } from './resources/notificationadmin.ts'
import { outboundCidGroup } from './resources/outboundcidgroup.ts'
import { outboundCidList } from './resources/outboundcidlist.ts'
import { packageGroup } from './resources/packagegroup.ts'
import { packageOffer } from './resources/packageoffer.ts'
import { packageRate } from './resources/packagerate.ts'
import { packgroupPackage } from './resources/packgrouppackage.ts'
import { paymentMethods } from './resources/paymentmethods.ts'
import { payments } from './resources/payments.ts'
import { paymentsAgent } from './resources/paymentsagent.ts'
import { paymentsStatus } from './resources/paymentsstatus.ts'
import { paypal } from './resources/paypal.ts'
import { phonebook } from './resources/phonebook.ts'
import { phonenumber } from './resources/phonenumber.ts'
import { prefix } from './resources/prefix.ts'
import { provider } from './resources/provider.ts'
import { ratecard } from './resources/ratecard.ts'
import { receipt } from './resources/receipt.ts'
import { receiptItem } from './resources/receiptitem.ts'
import { remittanceRequest } from './resources/remittancerequest.ts'
import { restrictedPhonenumber } from './resources/restrictedphonenumber.ts'
import { serverGroup } from './resources/servergroup.ts'
import { serverManager } from './resources/servermanager.ts'
import { service } from './resources/service.ts'
import { serviceReport } from './resources/servicereport.ts'
import { sipBuddies } from './resources/sipbuddies.ts'
import { sipBuddiesEmpty } from './resources/sipbuddiesempty.ts'
import { speeddial } from './resources/speeddial.ts'
import { statusLog } from './resources/statuslog.ts'
import { subscriptionService } from './resources/subscriptionservice.ts'
import { subscriptionSignup } from './resources/subscriptionsignup.ts'
import { support } from './resources/support.ts'
import { supportComponent } from './resources/supportcomponent.ts'
import { systemLog } from './resources/systemlog.ts'
import { tariffgroup } from './resources/tariffgroup.ts'
import { tariffgroupPlan } from './resources/tariffgroupplan.ts'
import { tariffplan } from './resources/tariffplan.ts'
import { templatemail } from './resources/templatemail.ts'
import { ticket } from './resources/ticket.ts'
import { ticketComment } from './resources/ticketcomment.ts'
import { timezone } from './resources/timezone.ts'
import { trunk } from './resources/trunk.ts'
import { uiAuthen } from './resources/uiauthen.ts'
import { version } from './resources/version.ts'
import { voucher } from './resources/voucher.ts'
import { agentRouter } from './routers/agent.ts'
import { agentCommissionRouter } from './routers/agentcommission.ts'
import { agentSignupRouter } from './routers/agentsignup.ts'
import { agentTariffgroupRouter } from './routers/agenttariffgroup.ts'
import { alarmRouter } from './routers/alarm.ts'
import { alarmReportRouter } from './routers/alarmreport.ts'
import { autorefillReportRouter } from './routers/autorefillreport.ts'
import { backupRouter } from './routers/backup.ts'
import { billingCustomerRouter } from './routers/billingcustomer.ts'
import { callRouter } from './routers/call.ts'
import { callArchiveRouter } from './routers/callarchive.ts'
import { callbackSpoolRouter } from './routers/callbackspool.ts'
import { calleridRouter } from './routers/callerid.ts'
import { callplanLcrRouter } from './routers/callplanlcr.ts'
import { campaignRouter } from './routers/campaign.ts'
import { campaignconfCardgroupRouter } from './routers/campaignconfcardgroup.ts'
import { campaignConfigRouter } from './routers/campaignconfig.ts'
import { campaignPhonebookRouter } from './routers/campaignphonebook.ts'
import { campaignPhonestatusRouter } from './routers/campaignphonestatus.ts'
import { cardRouter } from './routers/card.ts'
import { cardArchiveRouter } from './routers/cardarchive.ts'
import { cardGroupRouter } from './routers/cardgroup.ts'
import { cardgroupServiceRouter } from './routers/cardgroupservice.ts'
import { cardHistoryRouter } from './routers/cardhistory.ts'
import { cardPackageOfferRouter } from './routers/cardpackageoffer.ts'
import { cardSeriaRouter } from './routers/cardseria.ts'
import { cardSubscriptionRouter } from './routers/cardsubscription.ts'
import { chargeRouter } from './routers/charge.ts'
import { configRouter } from './routers/config.ts'
import { configGroupRouter } from './routers/configgroup.ts'
import { configurationRouter } from './routers/configuration.ts'
import { countryRouter } from './routers/country.ts'
import { currenciesRouter } from './routers/currencies.ts'
import { didRouter } from './routers/did.ts'
import { didDestinationRouter } from './routers/diddestination.ts'
import { didgroupRouter } from './routers/didgroup.ts'
import { didUseRouter } from './routers/diduse.ts'
import { epaymentLogRouter } from './routers/epaymentlog.ts'
import { epaymentLogAgentRouter } from './routers/epaymentlogagent.ts'
import { iaxBuddiesRouter } from './routers/iaxbuddies.ts'
import { invoiceRouter } from './routers/invoice.ts'
import { invoiceConfRouter } from './routers/invoiceconf.ts'
import { invoiceItemRouter } from './routers/invoiceitem.ts'
import { invoicePaymentRouter } from './routers/invoicepayment.ts'
import { iso639Router } from './routers/iso639.ts'
import { logpaymentRouter } from './routers/logpayment.ts'
import { logpaymentAgentRouter } from './routers/logpaymentagent.ts'
import { logrefillRouter } from './routers/logrefill.ts'
import { logrefillAgentRouter } from './routers/logrefillagent.ts'
import { messageAgentRouter } from './routers/messageagent.ts'
import { monitorRouter } from './routers/monitor.ts'
import { notificationRouter } from './routers/notification.ts'
import { notificationAdminRouter } from './routers/notificationadmin.ts'
import { outboundCidGroupRouter } from './routers/outboundcidgroup.ts'
import { outboundCidListRouter } from './routers/outboundcidlist.ts'
import { packageGroupRouter } from './routers/packagegroup.ts'
import { packageOfferRouter } from './routers/packageoffer.ts'
import { packageRateRouter } from './routers/packagerate.ts'
import { packgroupPackageRouter } from './routers/packgrouppackage.ts'
import { paymentMethodsRouter } from './routers/paymentmethods.ts'
import { paymentsRouter } from './routers/payments.ts'
import { paymentsAgentRouter } from './routers/paymentsagent.ts'
import { paymentsStatusRouter } from './routers/paymentsstatus.ts'
import { paypalRouter } from './routers/paypal.ts'
import { phonebookRouter } from './routers/phonebook.ts'
import { phonenumberRouter } from './routers/phonenumber.ts'
import { prefixRouter } from './routers/prefix.ts'
import { providerRouter } from './routers/provider.ts'
import { ratecardRouter } from './routers/ratecard.ts'
import { receiptRouter } from './routers/receipt.ts'
import { receiptItemRouter } from './routers/receiptitem.ts'
import { remittanceRequestRouter } from './routers/remittancerequest.ts'
import { restrictedPhonenumberRouter } from './routers/restrictedphonenumber.ts'
import { serverGroupRouter } from './routers/servergroup.ts'
import { serverManagerRouter } from './routers/servermanager.ts'
import { serviceRouter } from './routers/service.ts'
import { serviceReportRouter } from './routers/servicereport.ts'
import { sipBuddiesRouter } from './routers/sipbuddies.ts'
import { sipBuddiesEmptyRouter } from './routers/sipbuddiesempty.ts'
import { speeddialRouter } from './routers/speeddial.ts'
import { statusLogRouter } from './routers/statuslog.ts'
import { subscriptionServiceRouter } from './routers/subscriptionservice.ts'
import { subscriptionSignupRouter } from './routers/subscriptionsignup.ts'
import { supportRouter } from './routers/support.ts'
import { supportComponentRouter } from './routers/supportcomponent.ts'
import { systemLogRouter } from './routers/systemlog.ts'
import { tariffgroupRouter } from './routers/tariffgroup.ts'
import { tariffgroupPlanRouter } from './routers/tariffgroupplan.ts'
import { tariffplanRouter } from './routers/tariffplan.ts'
import { templatemailRouter } from './routers/templatemail.ts'
import { ticketRouter } from './routers/ticket.ts'
import { ticketCommentRouter } from './routers/ticketcomment.ts'
import { timezoneRouter } from './routers/timezone.ts'
import { trunkRouter } from './routers/trunk.ts'
import { uiAuthenRouter } from './routers/uiauthen.ts'
import { versionRouter } from './routers/version.ts'
import { voucherRouter } from './routers/voucher.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['agent', agent],
  ['agentcommission', agentCommission],
  ['agentsignup', agentSignup],
  ['agenttariffgroup', agentTariffgroup],
  ['alarm', alarm],
  ['alarmreport', alarmReport],
  ['autorefillreport', autorefillReport],
  ['backup', backup],
  ['billingcustomer', billingCustomer],
  ['call', call],
  ['callarchive', callArchive],
  ['callbackspool', callbackSpool],
  ['callerid', callerid],
  ['callplanlcr', callplanLcr],
  ['campaign', campaign],
  ['campaignconfcardgroup', campaignconfCardgroup],
  ['campaignconfig', campaignConfig],
  ['campaignphonebook', campaignPhonebook],
  ['campaignphonestatus', campaignPhonestatus],
  ['card', card],
  ['cardarchive', cardArchive],
  ['cardgroup', cardGroup],
  ['cardgroupservice', cardgroupService],
  ['cardhistory', cardHistory],
  ['cardpackageoffer', cardPackageOffer],
  ['cardseria', cardSeria],
  ['cardsubscription', cardSubscription],
  ['charge', charge],
  ['config', config],
  ['configgroup', configGroup],
  ['configuration', configuration],
  ['country', country],
  ['currencies', currencies],
  ['did', did],
  ['diddestination', didDestination],
  ['didgroup', didgroup],
  ['diduse', didUse],
  ['epaymentlog', epaymentLog],
  ['epaymentlogagent', epaymentLogAgent],
  ['iaxbuddies', iaxBuddies],
  ['invoice', invoice],
  ['invoiceconf', invoiceConf],
  ['invoiceitem', invoiceItem],
  ['invoicepayment', invoicePayment],
  ['iso639', iso639],
  ['logpayment', logpayment],
  ['logpaymentagent', logpaymentAgent],
  ['logrefill', logrefill],
  ['logrefillagent', logrefillAgent],
  ['messageagent', messageAgent],
  ['monitor', monitor],
  ['notification', notification],
  ['notificationadmin', notificationAdmin],
  ['outboundcidgroup', outboundCidGroup],
  ['outboundcidlist', outboundCidList],
  ['packagegroup', packageGroup],
  ['packageoffer', packageOffer],
  ['packagerate', packageRate],
  ['packgrouppackage', packgroupPackage],
  ['paymentmethods', paymentMethods],
  ['payments', payments],
  ['paymentsagent', paymentsAgent],
  ['paymentsstatus', paymentsStatus],
  ['paypal', paypal],
  ['phonebook', phonebook],
  ['phonenumber', phonenumber],
  ['prefix', prefix],
  ['provider', provider],
  ['ratecard', ratecard],
  ['receipt', receipt],
  ['receiptitem', receiptItem],
  ['remittancerequest', remittanceRequest],
  ['restrictedphonenumber', restrictedPhonenumber],
  ['servergroup', serverGroup],
  ['servermanager', serverManager],
  ['service', service],
  ['servicereport', serviceReport],
  ['sipbuddies', sipBuddies],
  ['sipbuddiesempty', sipBuddiesEmpty],
  ['speeddial', speeddial],
  ['statuslog', statusLog],
  ['subscriptionservice', subscriptionService],
  ['subscriptionsignup', subscriptionSignup],
  ['support', support],
  ['supportcomponent', supportComponent],
  ['systemlog', systemLog],
  ['tariffgroup', tariffgroup],
  ['tariffgroupplan', tariffgroupPlan],
  ['tariffplan', tariffplan],
  ['templatemail', templatemail],
  ['ticket', ticket],
  ['ticketcomment', ticketComment],
  ['timezone', timezone],
  ['trunk', trunk],
  ['uiauthen', uiAuthen],
  ['version', version],
  ['voucher', voucher],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['agent', agentRouter],
  ['agentcommission', agentCommissionRouter],
  ['agentsignup', agentSignupRouter],
  ['agenttariffgroup', agentTariffgroupRouter],
  ['alarm', alarmRouter],
  ['alarmreport', alarmReportRouter],
  ['autorefillreport', autorefillReportRouter],
  ['backup', backupRouter],
  ['billingcustomer', billingCustomerRouter],
  ['call', callRouter],
  ['callarchive', callArchiveRouter],
  ['callbackspool', callbackSpoolRouter],
  ['callerid', calleridRouter],
  ['callplanlcr', callplanLcrRouter],
  ['campaign', campaignRouter],
  ['campaignconfcardgroup', campaignconfCardgroupRouter],
  ['campaignconfig', campaignConfigRouter],
  ['campaignphonebook', campaignPhonebookRouter],
  ['campaignphonestatus', campaignPhonestatusRouter],
  ['card', cardRouter],
  ['cardarchive', cardArchiveRouter],
  ['cardgroup', cardGroupRouter],
  ['cardgroupservice', cardgroupServiceRouter],
  ['cardhistory', cardHistoryRouter],
  ['cardpackageoffer', cardPackageOfferRouter],
  ['cardseria', cardSeriaRouter],
  ['cardsubscription', cardSubscriptionRouter],
  ['charge', chargeRouter],
  ['config', configRouter],
  ['configgroup', configGroupRouter],
  ['configuration', configurationRouter],
  ['country', countryRouter],
  ['currencies', currenciesRouter],
  ['did', didRouter],
  ['diddestination', didDestinationRouter],
  ['didgroup', didgroupRouter],
  ['diduse', didUseRouter],
  ['epaymentlog', epaymentLogRouter],
  ['epaymentlogagent', epaymentLogAgentRouter],
  ['iaxbuddies', iaxBuddiesRouter],
  ['invoice', invoiceRouter],
  ['invoiceconf', invoiceConfRouter],
  ['invoiceitem', invoiceItemRouter],
  ['invoicepayment', invoicePaymentRouter],
  ['iso639', iso639Router],
  ['logpayment', logpaymentRouter],
  ['logpaymentagent', logpaymentAgentRouter],
  ['logrefill', logrefillRouter],
  ['logrefillagent', logrefillAgentRouter],
  ['messageagent', messageAgentRouter],
  ['monitor', monitorRouter],
  ['notification', notificationRouter],
  ['notificationadmin', notificationAdminRouter],
  ['outboundcidgroup', outboundCidGroupRouter],
  ['outboundcidlist', outboundCidListRouter],
  ['packagegroup', packageGroupRouter],
  ['packageoffer', packageOfferRouter],
  ['packagerate', packageRateRouter],
  ['packgrouppackage', packgroupPackageRouter],
  ['paymentmethods', paymentMethodsRouter],
  ['payments', paymentsRouter],
  ['paymentsagent', paymentsAgentRouter],
  ['paymentsstatus', paymentsStatusRouter],
  ['paypal', paypalRouter],
  ['phonebook', phonebookRouter],
  ['phonenumber', phonenumberRouter],
  ['prefix', prefixRouter],
  ['provider', providerRouter],
  ['ratecard', ratecardRouter],
  ['receipt', receiptRouter],
  ['receiptitem', receiptItemRouter],
  ['remittancerequest', remittanceRequestRouter],
  ['restrictedphonenumber', restrictedPhonenumberRouter],
  ['servergroup', serverGroupRouter],
  ['servermanager', serverManagerRouter],
  ['service', serviceRouter],
  ['servicereport', serviceReportRouter],
  ['sipbuddies', sipBuddiesRouter],
  ['sipbuddiesempty', sipBuddiesEmptyRouter],
  ['speeddial', speeddialRouter],
  ['statuslog', statusLogRouter],
  ['subscriptionservice', subscriptionServiceRouter],
  ['subscriptionsignup', subscriptionSignupRouter],
  ['support', supportRouter],
  ['supportcomponent', supportComponentRouter],
  ['systemlog', systemLogRouter],
  ['tariffgroup', tariffgroupRouter],
  ['tariffgroupplan', tariffgroupPlanRouter],
  ['tariffplan', tariffplanRouter],
  ['templatemail', templatemailRouter],
  ['ticket', ticketRouter],
  ['ticketcomment', ticketCommentRouter],
  ['timezone', timezoneRouter],
  ['trunk', trunkRouter],
  ['uiauthen', uiAuthenRouter],
  ['version', versionRouter],
  ['voucher', voucherRouter],
])

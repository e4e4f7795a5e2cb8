/**
 * Adds invoices with their items, and keeps the counters behind `cc_invoice.reference`.
 */
import { dateTime } from './calendar.ts'
import { amountText } from './money.ts'
import type { RowBook } from './rows.ts'

/** One line of an invoice. */
export interface InvoiceItem {
  /** In 1/100,000, VAT not included. */
  readonly price: number
  /** Per cent. */
  readonly vat: string
  readonly description: string
  /** What it is for: `cc_invoice_item.id_ext` and `type_ext`. */
  readonly extension?: { readonly id: number; readonly type: string }
}

/** Invoices, numbered year by year: `2026` and an eight-digit counter. */
export class Invoices {
  readonly #book: RowBook
  readonly #counters = new Map<string, number>()

  constructor(book: RowBook) {
    this.#book = book
  }

  /** Issues one invoice, paid or due, and returns its id. Call in time order: ids and numbers ascend with dates. */
  add(at: number, card: number, isPaid: boolean, title: string, items: readonly InvoiceItem[]): number {
    const when = dateTime(at)
    const year = when.slice(0, 4)
    const counter = (this.#counters.get(year) ?? 0) + 1
    this.#counters.set(year, counter)
    const id = this.#book.number('cc_invoice', {
      reference: year + String(counter).padStart(8, '0'),
      id_card: card,
      date: when,
      paid_status: isPaid ? 1 : 0,
      status: 1,
      title,
      description: isPaid ? 'Paid on issue' : 'Please pay within 15 days',
    })
    for (const { price, vat, description, extension } of items) {
      this.#book.number('cc_invoice_item', {
        id_invoice: id,
        date: when,
        price: amountText(price),
        VAT: vat,
        description,
        id_ext: extension?.id ?? null,
        type_ext: extension?.type ?? null,
      })
    }
    return id
  }

  /** Leaves the counters where A2Billing keeps them, beside the sender's name. */
  close(): void {
    for (const [year, count] of this.#counters) {
      this.#book.number('cc_invoice_conf', { key_val: `count_${year}`, value: String(count) })
    }
    for (const [key_val, value] of Object.entries({
      company_name: 'Demo Telecom Ltd',
      address: '1 Example Street',
      zipcode: '00000',
      country: 'GBR',
      city: 'Exampleton',
      phone: '+442079460000',
      email: 'billing@example.com',
      web: 'https://www.example.com',
      vat: '',
      display_account: '0',
    })) {
      this.#book.number('cc_invoice_conf', { key_val, value })
    }
  }
}

import type { Append, NewEvent } from '../../../../kit/server/store/event-store'
import type { CartEvent } from '../../../cart/events'
import type { CustomerEvent } from '../../../customer/events'
import { type Money, money, times } from '../../../money'
import { cartStream, customerStream, productStream } from '../../streams'
import type { Invoice } from './invoices'
import type { SaleLine } from './line'
import { listed } from './listing'
import type { ProductBook, SeenProduct } from './product-book'
import { createStory, type Story } from './story'

interface Dependencies {
  readonly fileName: string
  readonly products: ProductBook
  readonly newId: () => string
}

export interface BookedLine extends SaleLine {
  readonly product: SeenProduct
}

/** What is written of an invoice. */
export interface InvoiceAppends {
  /** Its customer and its products, where the file first names them. */
  readonly before: readonly Append[]
  /** In the order that the cart has them, each with its product as it has it. */
  readonly lines: readonly BookedLine[]
  readonly cart: Append & { readonly events: readonly NewEvent<CartEvent>[] }
}

/**
 * Turns invoices into appends. All expect a new stream, so that what an earlier run has recorded is left as it is.
 * The lines of an invoice are recorded in order of time: a cart is begun with its first and closed with its last,
 * and at each minute between it is what was in it by then.
 */
export const createInvoiceAppends = ({ fileName, products, newId }: Dependencies) => {
  const customers = new Set<string>()

  return (unordered: Invoice): InvoiceAppends => {
    const invoice = byTime(unordered)
    const [{ invoiceNo, customerNumber, country, occurredAt }] = invoice
    const story = createStory(fileName, invoiceNo, newId)
    const customerId = customerNumber ? `retail-${customerNumber}` : `retail-guest-${invoiceNo}`
    const before: Append[] = []

    if (customerNumber && !customers.has(customerNumber)) {
      customers.add(customerNumber)
      const data = { source: fileName, customerNumber, country }
      const imported = story<CustomerEvent>({ type: 'CustomerImported', data }, occurredAt)
      before.push({ stream: customerStream(customerId), expectedVersion: 0, events: [imported] })
    }

    const events = [story<CartEvent>({ type: 'CartCreated', data: { customerId } }, occurredAt)]
    const lines: BookedLine[] = []
    for (const line of invoice) {
      const { product, isNew } = products.see(line)
      lines.push({ ...line, product })
      if (isNew) {
        const listing = [story(listed(product), line.occurredAt)]
        before.push({ stream: productStream(line.productId), expectedVersion: 0, events: listing })
      }
      events.push(itemAdded(story, line, product.name))
    }
    events.push(checkedOut(story, invoice))
    const stream = cartStream(`invoice-${invoiceNo}`)
    return { before, lines, cart: { stream, expectedVersion: 0, events } }
  }
}

/** In order of time; lines of one minute stay as the file has them. */
const byTime = (invoice: Invoice): Invoice =>
  invoice.toSorted((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt)) as [
    SaleLine,
    ...SaleLine[],
  ]

const itemAdded = (story: Story, line: SaleLine, productName: string): NewEvent<CartEvent> => {
  const { productId, quantity, unitPrice, occurredAt } = line
  return story({ type: 'ItemAdded', data: { productId, productName, quantity, unitPrice } }, occurredAt)
}

const unknown = { street: 'unknown', city: 'unknown', state: 'unknown', zipCode: 'unknown' }

const checkedOut = (story: Story, invoice: Invoice): NewEvent<CartEvent> => {
  const { country, occurredAt } = invoice.at(-1) as SaleLine
  const data = {
    payment: { method: 'invoice' },
    totalAmount: totalOf(invoice),
    shippingAddress: { ...unknown, country },
  }
  return story({ type: 'CartCheckedOut', data }, occurredAt)
}

/** What was charged: the sum of the lines at their own prices, which is what the cart's lines come to. */
const totalOf = (invoice: Invoice): Money =>
  invoice.reduce(
    (total, { unitPrice, quantity }) =>
      money(total.amount + times(unitPrice, quantity).amount, total.currency),
    money(0, invoice[0].unitPrice.currency),
  )

/** Does it sell a product again at another price? */
export const hasSecondPrice = (invoice: Invoice): boolean => {
  const prices = new Map<string, number>()
  return invoice.some(({ productId, unitPrice: { amount } }) => {
    const first = prices.get(productId) ?? amount
    prices.set(productId, first)
    return first !== amount
  })
}

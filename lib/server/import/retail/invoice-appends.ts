import type { CartEvent } from '../../../domain/cart/events'
import type { CustomerEvent } from '../../../domain/customer/events'
import { type Money, money, times } from '../../../domain/money'
import type { Append, NewEvent } from '../../store/event-store'
import { cartStream, customerStream, productStream } from '../../store/streams'
import type { Invoice } from './invoices'
import type { SaleLine } from './line'
import { listed } from './listing'
import type { ProductBook } from './product-book'
import { createStory, type Story } from './story'

interface Dependencies {
  readonly fileName: string
  readonly products: ProductBook
  readonly newId: () => string
}

/**
 * Turns invoices into appends: the customer and the products where the file first names them, then the cart.
 * All expect a new stream, so that what an earlier run has recorded is left as it is.
 */
export const createInvoiceAppends = ({ fileName, products, newId }: Dependencies) => {
  const customers = new Set<string>()

  return (invoice: Invoice): Append[] => {
    const [{ invoiceNo, customerNumber, country, occurredAt }] = invoice
    const story = createStory(fileName, invoiceNo, newId)
    const customerId = customerNumber ? `retail-${customerNumber}` : `retail-guest-${invoiceNo}`
    const appends: Append[] = []

    if (customerNumber && !customers.has(customerNumber)) {
      customers.add(customerNumber)
      const data = { source: fileName, customerNumber, country }
      const imported = story<CustomerEvent>({ type: 'CustomerImported', data }, occurredAt)
      appends.push({ stream: customerStream(customerId), expectedVersion: 0, events: [imported] })
    }

    const cart = [story<CartEvent>({ type: 'CartCreated', data: { customerId } }, occurredAt)]
    for (const line of invoice) {
      const { product, isNew } = products.see(line)
      if (isNew) {
        const events = [story(listed(product), line.occurredAt)]
        appends.push({ stream: productStream(line.productId), expectedVersion: 0, events })
      }
      cart.push(itemAdded(story, line, product.name))
    }
    cart.push(checkedOut(story, invoice))
    appends.push({ stream: cartStream(`invoice-${invoiceNo}`), expectedVersion: 0, events: cart })
    return appends
  }
}

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

/**
 * What was charged: the sum of the lines at their own prices. A cart keeps the first price of a product, so
 * where an invoice sells one again at another price, the cart's own total differs from this.
 */
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

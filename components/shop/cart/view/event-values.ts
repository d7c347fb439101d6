import { isErased } from '@/lib/kit/kernel/erased'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartCheckedOut, CartEvent, CartEventType } from '@/lib/shop/cart/events'
import { type CartState, cartTotal, quantityOf } from '@/lib/shop/cart/state'
import { readAmount, writeAmount } from '@/lib/shop/wire/amount'
import type { FieldValues } from '../../../player/view/event-form'

/** An event as its form shows it. */
export const valuesOf = (event: CartEvent): FieldValues => {
  switch (event.type) {
    case 'CartCreated':
      return { ...event.data }
    case 'CartAbandoned':
      return { reason: event.data.reason }
    case 'CartReopened':
      return {}
    case 'ItemAdded': {
      const { productId, productName, quantity, unitPrice } = event.data
      const price = writeAmount(unitPrice)
      return { productId, productName, quantity: String(quantity), price, currency: unitPrice.currency }
    }
    case 'ItemRemoved':
      return {
        productId: event.data.productId,
        quantity: String(event.data.quantity),
        reason: event.data.reason ?? '',
      }
    case 'ItemQuantityChanged':
      return { productId: event.data.productId, newQuantity: String(event.data.newQuantity) }
    case 'ItemRepriced':
      return { productId: event.data.productId, price: writeAmount(event.data.newPrice) }
    case 'CartRestored':
      return { toVersion: String(event.data.toVersion), reason: event.data.reason ?? '' }
    case 'CartCheckedOut':
      return { method: event.data.payment.method, ...addressValues(event.data.shippingAddress) }
    default:
      return exhaustive(event)
  }
}

/** An erased address has to be given again by who changes the event. */
const addressValues = (address: CartCheckedOut['data']['shippingAddress']) =>
  isErased(address) ? { street: '', city: '', zipCode: '', state: '', country: '' } : address

/** A new event's form to begin with, on a cart. */
export const usualValues = (type: CartEventType, before: CartState): FieldValues => {
  const line = before.items.at(-1)
  const productId = line?.productId ?? ''
  switch (type) {
    case 'ItemAdded':
      return { ...addedValues(before), quantity: '1' }
    case 'ItemRemoved':
      return { productId, quantity: '1', reason: '' }
    case 'ItemQuantityChanged':
      return { productId, newQuantity: String(quantityOf(before, productId) || 1) }
    case 'ItemRepriced':
      return { productId, price: line ? writeAmount(line.unitPrice) : '' }
    case 'CartRestored':
      return { toVersion: String(Math.max(1, before.version - 1)), reason: '' }
    case 'CartCheckedOut':
      return { method: 'Card', street: '1 Way', city: 'Town', zipCode: '1', state: 'TS', country: 'US' }
    case 'CartAbandoned':
      return { reason: 'what if' }
    case 'CartReopened':
      return {}
    case 'CartCreated':
      return { customerId: before.customerId || 'somebody' }
    default:
      return exhaustive(type)
  }
}

const addedValues = (before: CartState): FieldValues => {
  const line = before.items.at(-1)
  if (!line) return { productId: '', productName: '', price: '', currency: before.currency }
  const { quantity: _, ...rest } = valuesOf({ type: 'ItemAdded', data: line })
  return rest
}

/** The event that a form, parsed, tells of a cart. What it doesn't say is as the cart has it. */
export const eventOf = (type: CartEventType, values: FieldValues, before: CartState): CartEvent => {
  const text = (name: string): string => (values[name] ?? '').trim()
  const whole = (name: string): number => Number(text(name))
  const productId = text('productId')
  const reason = text('reason')
  const given = reason === '' ? {} : { reason }
  switch (type) {
    case 'CartCreated':
      return { type, data: { customerId: text('customerId') } }
    case 'ItemAdded': {
      const currency = text('currency').toUpperCase()
      const unitPrice = readAmount(text('price'), currency)
      return {
        type,
        data: { productId, productName: text('productName'), quantity: whole('quantity'), unitPrice },
      }
    }
    case 'ItemRemoved':
      return { type, data: { productId, quantity: whole('quantity'), ...given } }
    case 'ItemQuantityChanged': {
      const newQuantity = whole('newQuantity')
      const oldQuantity = quantityOf(before, productId) || newQuantity
      return { type, data: { productId, oldQuantity, newQuantity } }
    }
    case 'ItemRepriced': {
      const newPrice = readAmount(text('price'), before.currency)
      const line = before.items.findLast((item) => item.productId === productId)
      return { type, data: { productId, oldPrice: line?.unitPrice ?? newPrice, newPrice } }
    }
    case 'CartRestored':
      return {
        type,
        data: { fromVersion: Math.max(1, before.version), toVersion: whole('toVersion'), ...given },
      }
    case 'CartCheckedOut': {
      const shippingAddress = {
        street: text('street'),
        city: text('city'),
        state: text('state'),
        zipCode: text('zipCode'),
        country: text('country'),
      }
      return {
        type,
        data: { payment: { method: text('method') }, totalAmount: cartTotal(before), shippingAddress },
      }
    }
    case 'CartAbandoned':
      return { type, data: { reason } }
    case 'CartReopened':
      return { type, data: { idleSince: before.idleSince ?? new Date(0).toISOString() } }
    default:
      return exhaustive(type)
  }
}

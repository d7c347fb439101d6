import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { TermsEvent } from '../events'
import { termsStreamType } from '../terms-stream'
import { discountCode, prices, seller, shippingRate, taxRate } from './terms-schemas'

const { streamType } = termsStreamType

const removed = z.object({ id: z.string() })
const window = z.object({ seconds: z.int().min(0) })

export const termsEventTypes = {
  PricesSet: { streamType, schemaVersion: 1, data: z.object({ prices }) },
  ShippingRateSet: { streamType, schemaVersion: 1, data: shippingRate },
  ShippingRateRemoved: { streamType, schemaVersion: 1, data: removed },
  TaxRateSet: { streamType, schemaVersion: 1, data: taxRate },
  TaxRateRemoved: { streamType, schemaVersion: 1, data: removed },
  DiscountCodeSet: { streamType, schemaVersion: 1, data: discountCode },
  DiscountCodeWithdrawn: { streamType, schemaVersion: 1, data: z.object({ code: z.string() }) },
  SellerSet: { streamType, schemaVersion: 1, data: seller },
  EditWindowSet: { streamType, schemaVersion: 1, data: window },
  PaymentWindowSet: { streamType, schemaVersion: 1, data: window },
} satisfies EventTypes<TermsEvent>

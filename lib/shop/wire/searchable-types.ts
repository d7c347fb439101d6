import { type SearchableType, searchable } from '../../kit/wire/searchable-type'
import { searchableAbandonment } from '../abandonment/wire/searchable-abandonment'
import { searchableAccount } from '../account/wire/searchable-account'
import { searchableCart } from '../cart/wire/searchable-cart'
import { searchableCustomer } from '../customer/wire/searchable-customer'
import { discountStreamType } from '../discount/discount'
import { searchableFulfilment } from '../fulfilment/wire/searchable-fulfilment'
import { invoicesStreamType } from '../invoices/invoices'
import { searchableInvoicing } from '../invoicing/wire/searchable-invoicing'
import { searchableOrder } from '../order/wire/searchable-order'
import { productStreamType } from '../product/product-stream'
import { searchableStock } from '../stock/wire/searchable-stock'
import { termsStreamType } from '../terms/terms-stream'

/** Products, terms and the uses of discounts are searched by their events and the fields of their states. */
const searchableProduct = searchable(productStreamType, {
  ProductListed: true,
  ProductDescribed: true,
  ProductPriced: true,
  ProductWithdrawn: true,
  ProductBroughtBack: true,
})
const searchableTerms = searchable(termsStreamType, {
  PricesSet: true,
  ShippingRateSet: true,
  ShippingRateRemoved: true,
  TaxRateSet: true,
  TaxRateRemoved: true,
  DiscountCodeSet: true,
  DiscountCodeWithdrawn: true,
  SellerSet: true,
  EditWindowSet: true,
  PaymentWindowSet: true,
})
const searchableInvoices = searchable(invoicesStreamType, { InvoiceIssued: true, CreditNoteIssued: true })
const searchableDiscount = searchable(discountStreamType, { DiscountUsed: true, DiscountGivenBack: true })

/** Every type of streams whose histories can be asked. */
export const searchableTypes: readonly SearchableType[] = [
  searchableCart,
  searchableProduct,
  searchableCustomer,
  searchableAccount,
  searchableOrder,
  searchableInvoices,
  searchableTerms,
  searchableDiscount,
  searchableStock,
  searchableAbandonment,
  searchableFulfilment,
  searchableInvoicing,
]

/** The type of a name that is known to be there. @throws Error where it is not among the searchable types. */
export const searchableOf = (streamType: string): SearchableType => {
  const found = searchableTypes.find((type) => type.streamType === streamType)
  if (!found) throw new Error(`Streams of type ${streamType} are not among the searchable types`)
  return found
}

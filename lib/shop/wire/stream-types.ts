import { storedStreamTypes } from '../../kit/streams/stored-stream-types'
import { storedAccount } from '../account/wire/stored-account'
import { storedCart } from '../cart/wire/stored-cart'
import { storedCustomer } from '../customer/wire/stored-customer'
import { storedDiscount } from '../discount/wire/stored-discount'
import { storedInvoices } from '../invoices/wire/stored-invoices'
import { storedOrder } from '../order/wire/stored-order'
import { storedProduct } from '../product/wire/stored-product'
import { storedStock } from '../stock/wire/stored-stock'
import { storedTerms } from '../terms/wire/stored-terms'
import { processTypes } from './process-types'

/** Every type of streams of the shop. */
export const streamTypes = storedStreamTypes([
  storedCart,
  storedProduct,
  storedCustomer,
  storedAccount,
  storedOrder,
  storedInvoices,
  storedTerms,
  storedDiscount,
  storedStock,
  ...processTypes,
])

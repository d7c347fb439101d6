import type { Projection } from '../../kit/server/projections/projection'
import { accountBalanceProjection, accountSummaryProjection } from '../account/server/account-projections'
import { cartSearchProjection } from '../cart/server/cart-search-projection'
import { cartsProjection } from '../cart/server/carts-projection'
import { customerProfilesProjection } from '../customer/server/customer-profiles-projection'
import { customersProjection } from '../customer/server/customers-projection'
import { ordersProjection } from '../order/server/orders-projection'
import { productsProjection } from '../product/server/products-projection'
import { productDemandProjection } from '../sales/server/product-demand-projection'
import { salesByDayProjection } from '../sales/server/sales-by-day-projection'
import { stockProjection } from '../stock/server/stock-projection'

/** Every read model that follows the log. */
export const projections: readonly Projection[] = [
  cartsProjection,
  cartSearchProjection,
  productsProjection,
  customersProjection,
  customerProfilesProjection,
  productDemandProjection,
  salesByDayProjection,
  accountBalanceProjection,
  accountSummaryProjection,
  ordersProjection,
  stockProjection,
]

/** What goes by the name. @throws Error when nothing does. */
export const projectionNamed = (name: string): Projection => {
  const found = projections.find((projection) => projection.name === name)
  if (!found) throw new Error(`There is no projection ${name}; there are ${projectionNames.join(', ')}`)
  return found
}

export const projectionNames: readonly string[] = projections.map(({ name }) => name)

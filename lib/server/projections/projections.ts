import type { Projection } from '../../kit/server/projections/projection'
import { cartSearchProjection } from './cart-search'
import { cartsProjection } from './carts'
import { customersProjection } from './customers'
import { productDemandProjection } from './product-demand'
import { productsProjection } from './products'
import { salesByDayProjection } from './sales-by-day'

/** Every read model that follows the log. */
export const projections: readonly Projection[] = [
  cartsProjection,
  cartSearchProjection,
  productsProjection,
  customersProjection,
  productDemandProjection,
  salesByDayProjection,
]

/** What goes by the name. @throws Error when nothing does. */
export const projectionNamed = (name: string): Projection => {
  const found = projections.find((projection) => projection.name === name)
  if (!found) throw new Error(`There is no projection ${name}; there are ${projectionNames.join(', ')}`)
  return found
}

export const projectionNames: readonly string[] = projections.map(({ name }) => name)

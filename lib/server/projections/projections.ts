import { cartsProjection } from './carts'
import { productsProjection } from './products'
import type { Projection } from './projection'

/** Every read model that follows the log. */
export const projections: readonly Projection[] = [cartsProjection, productsProjection]

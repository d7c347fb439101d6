import type { ProductListed } from '../../../domain/product/events'
import type { SeenProduct } from './product-book'

export const listed = ({ name, unitPrice }: SeenProduct): ProductListed => ({
  type: 'ProductListed',
  data: { name, description: '', category: 'Online Retail', unitPrice, hasPicture: false },
})

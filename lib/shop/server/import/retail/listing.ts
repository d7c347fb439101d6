import type { ProductListing } from '../../../product/events'
import type { SeenProduct } from './product-book'

interface ListedWithoutPicture {
  readonly type: 'ProductListed'
  readonly data: Omit<ProductListing, 'hasPicture'>
}

/** Says nothing of a picture: absent reads as none. */
export const listed = ({ name, unitPrice }: SeenProduct): ListedWithoutPicture => ({
  type: 'ProductListed',
  data: { name, description: '', category: 'Online Retail', unitPrice },
})

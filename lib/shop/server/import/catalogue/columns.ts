import type { Columns } from '../table'

/** The columns of a catalogue: a plain one's, and what Shopify's exports call them, old and new. */
export const catalogueColumns: Columns = {
  names: [
    ['productId', 'id', 'Handle', 'URL handle'],
    ['name', 'Title'],
    ['price', 'Variant Price'],
  ],
  optional: [
    ['description', 'Body (HTML)'],
    ['category', 'Product Category'],
    ['Type'],
    ['group'],
    ['currency'],
    ['Option1 Value'],
    ['Option2 Value'],
    ['Option3 Value'],
    ['Status'],
    ['Published', 'Published on online store'],
  ],
  // A description over several lines never begins with an address of its own and has a price in its place.
  isRow: ([id, , price]) => /^[a-z0-9][\w.-]*$/i.test(id ?? '') && /^\d*([.,]\d+)?$/.test(price ?? 'none'),
}

export type CatalogueValues = readonly [
  id: string,
  name: string,
  price: string,
  description: string,
  category: string,
  type: string,
  group: string,
  currency: string,
  option1: string,
  option2: string,
  option3: string,
  status: string,
  published: string,
]

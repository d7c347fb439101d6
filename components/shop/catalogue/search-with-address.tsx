'use client'

import { DataProviders } from '../../ui/data-providers'
import { ProductSearch } from './product-search'

/** The search field where nothing around it keeps the address. */
export const SearchWithAddress = () => (
  <DataProviders>
    <ProductSearch />
  </DataProviders>
)

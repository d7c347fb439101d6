'use client'

import { DataProviders } from '../ui/data-providers'
import { Shop, type ShopProps } from './shop'

/** The shop where nothing around it asks the server or keeps the address. */
export const ShopWithData = (props: ShopProps) => (
  <DataProviders>
    <Shop {...props} />
  </DataProviders>
)

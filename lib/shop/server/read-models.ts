import type { Pool } from 'pg'
import type { Aggregates } from '../../kit/server/aggregates/aggregates'
import { waitFor, waitForAll } from '../../kit/server/projections/wait-for'
import { type AccountSearch, listAccounts } from '../account/server/accounts'
import { type CartSearch, searchCarts } from '../cart/server/search/search-carts'
import { type CustomerSearch, findCustomer, listCustomers } from '../customer/server/customers'
import { listProfiles, type ProfileSearch } from '../customer/server/list-profiles'
import { countOrders } from '../order/server/count-orders'
import { listOrders, type OrderSearch } from '../order/server/list-orders'
import { openCartsWith } from '../product/server/open-carts'
import { findStaffProduct, listStaffProducts, type StaffSearch } from '../product/server/staff-catalogue'
import { type DemandSearch, listDemand } from '../sales/server/product-demand'
import { listSalesDays, type SalesSearch } from '../sales/server/sales-days'

/** What the projections know, to be asked. */
export const createReadModels = ({ pool }: { pool: Pool }) => ({
  /** Waits, for a while, until the projection has come to the position. */
  waitFor: (name: string, position: number | undefined) => waitFor(pool, name, position),
  /** The same for all that carts are listed and found by. */
  waitForCarts: (position: number | undefined) => waitForAll(pool, ['carts', 'cart_search'], position),
  /** The same for all that customers are listed and told by. */
  waitForCustomers: (position: number | undefined) =>
    waitForAll(pool, ['customers', 'customer_profiles'], position),
  carts: (search: CartSearch) => searchCarts(pool, search),
  accounts: (search: AccountSearch) => listAccounts(pool, search),
  orders: (search: OrderSearch) => listOrders(pool, search),
  /** How many orders there are of each status. */
  orderCounts: () => countOrders(pool),
  customers: (search: CustomerSearch) => listCustomers(pool, search),
  profiles: (search: ProfileSearch) => listProfiles(pool, search),
  customer: (customerId: string) => findCustomer(pool, customerId),
  /** Waits until the catalogue that staff sees has come to the position. */
  waitForCatalogue: (position: number | undefined) => waitForAll(pool, ['products', 'stock'], position),
  staffProducts: (search: StaffSearch) => listStaffProducts(pool, search),
  staffProduct: (productId: string) => findStaffProduct(pool, productId),
  openCartsWith: (productId: string, aggregates: Pick<Aggregates, 'at'>) =>
    openCartsWith({ sql: pool, aggregates }, productId),
  demand: (search: DemandSearch) => listDemand(pool, search),
  salesDays: (search: SalesSearch) => listSalesDays(pool, search),
})

export type ReadModels = ReturnType<typeof createReadModels>

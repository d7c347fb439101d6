import type { Pool } from 'pg'
import { type CartSearch, listCarts } from '../carts/cart-queries'
import type { PrismaClient } from '../generated/prisma/client'
import { waitFor } from '../projections/wait-for'
import { type CustomerSearch, findCustomer, listCustomers } from './customers'
import { type DemandSearch, listDemand } from './product-demand'
import { listSalesDays, type SalesSearch } from './sales-days'

/** What the projections know, to be asked. */
export const createReadModels = ({ pool, prisma }: { pool: Pool; prisma: PrismaClient }) => ({
  /** Waits, for a while, until the projection has come to the position. */
  waitFor: (name: string, position: number | undefined) => waitFor(pool, name, position),
  carts: (search: CartSearch) => listCarts(prisma, search),
  customers: (search: CustomerSearch) => listCustomers(pool, search),
  customer: (customerId: string) => findCustomer(pool, customerId),
  demand: (search: DemandSearch) => listDemand(pool, search),
  salesDays: (search: SalesSearch) => listSalesDays(pool, search),
})

export type ReadModels = ReturnType<typeof createReadModels>

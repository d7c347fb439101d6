import type { CustomerSummary } from '../../sales/wire/insights'

/** What somebody spent, as a row of `spentOf` has it. */
export type SpentRow = readonly {
  readonly currency: string
  readonly orders: number
  readonly amount: number
}[]

/** What a customer spent in each currency, as a value of a query; `customerId` is an expression of it. */
export const spentOf = (customerId: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('currency', currency, 'orders', orders, 'amount', amount)
                              ORDER BY currency)
             FROM customer_spend s WHERE s.customer_id = ${customerId}), '[]') AS spent`

export const toSpent = (spent: SpentRow): CustomerSummary['spent'] =>
  spent.map(({ currency, orders, amount }) => ({ orders, total: { amount, currency } }))

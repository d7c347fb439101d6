import type { Sql } from '../../../kit/server/postgres/sql'
import type { SalesPage } from '../wire/insights'

interface Row {
  readonly day: string
  readonly currency: string
  readonly orders: string
  readonly items: string
  readonly revenue: string
}

export interface SalesSearch {
  /** First and last day, like 2026-11-21. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A day and a currency, like `2026-11-21 GBP`, to go on after. */
  readonly after?: string | undefined
  readonly limit: number
}

/** What was sold on each day (UTC) in each currency, oldest first; days without sales are left out. */
export const listSalesDays = async (
  sql: Sql,
  { from, to, after, limit }: SalesSearch,
): Promise<SalesPage> => {
  const [afterDay, afterCurrency] = after?.split(' ') ?? ['-infinity', '']
  const { rows } = await sql.query<Row>({
    name: 'list_sales_days',
    text: `SELECT to_char(day, 'YYYY-MM-DD') AS day, currency, orders, items, revenue FROM sales_by_day
           WHERE sales_by_day.day BETWEEN coalesce($1, '-infinity'::date) AND coalesce($2, 'infinity'::date)
             AND (sales_by_day.day, currency) > ($3::date, $4)
           ORDER BY sales_by_day.day, currency LIMIT $5`,
    values: [from, to, afterDay, afterCurrency, limit + 1],
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { days: page.map(toDay), next: rows.length > limit && last ? `${last.day} ${last.currency}` : null }
}

const toDay = ({ day, currency, orders, items, revenue }: Row): SalesPage['days'][number] => ({
  day,
  orders: Number(orders),
  items: Number(items),
  revenue: { amount: Number(revenue), currency },
})

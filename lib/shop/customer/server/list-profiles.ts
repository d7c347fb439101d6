import type { Sql } from '../../../kit/server/postgres/sql'
import type { CustomerListItem, CustomerListPage } from '../wire/customer-list'
import { type SpentRow, spentOf, toSpent } from './spent'

interface Row {
  readonly customer_id: string
  readonly status: CustomerListItem['status']
  readonly name: string | null
  readonly email: string | null
  readonly customer_number: string | null
  readonly carts: string
  readonly spent: SpentRow
  readonly opened_position: string
  readonly opened_at: Date
}

export interface ProfileSearch {
  /** The beginning of an id, a whole address of who has an account, or a whole number of another system. */
  readonly q?: string | undefined
  /** Only those who came before this place in the log. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Each has an index of its own. Names and addresses are told apart by nothing but the accounts: in the log they are sealed. */
const found = `AND p.customer_id IN (
  SELECT id FROM auth_users WHERE email = lower($3)
  UNION SELECT customer_id FROM customer_profiles WHERE customer_number = $3
  UNION SELECT customer_id FROM customer_profiles WHERE starts_with(customer_id, $3))`

/** The customers, those who came last first. Guests are none. */
export const listProfiles = async (
  sql: Sql,
  { q = '', before, limit }: ProfileSearch,
): Promise<CustomerListPage> => {
  const isSearched = q !== ''
  const { rows } = await sql.query<Row>({
    name: isSearched ? 'find_profiles' : 'list_profiles',
    text: `SELECT p.customer_id, p.status, p.customer_number, p.opened_position, p.opened_at,
             u.name, u.email, coalesce(c.carts, 0) AS carts,
             ${spentOf('p.customer_id')}
           FROM customer_profiles p
           LEFT JOIN auth_users u ON u.id = p.customer_id AND u.is_anonymous IS NOT TRUE
           LEFT JOIN customers c ON c.customer_id = p.customer_id
           WHERE p.opened_position < $1 ${isSearched ? found : ''}
           ORDER BY p.opened_position DESC LIMIT $2`,
    values: [before ?? Number.MAX_SAFE_INTEGER, limit + 1, ...(isSearched ? [q] : [])],
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    customers: page.map(toItem),
    next: rows.length > limit && last ? Number(last.opened_position) : null,
  }
}

const toItem = (row: Row): CustomerListItem => ({
  customerId: row.customer_id,
  status: row.status,
  name: row.name,
  email: row.email,
  customerNumber: row.customer_number,
  carts: Number(row.carts),
  spent: toSpent(row.spent),
  since: row.opened_at.toISOString(),
})

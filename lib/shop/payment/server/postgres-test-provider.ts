import type { Pool } from 'pg'
import { inTransaction } from '../../../kit/server/postgres/in-transaction'
import type { TestCard } from '../test-cards'
import type { TestPayment } from '../test-payment'
import type { TestProviderStore } from './test-provider-store'

/** The test provider's memory in tables of its own. */
export const createPostgresTestProvider = (pool: Pool): TestProviderStore => {
  const paymentOf: TestProviderStore['paymentOf'] = async (paymentId) => {
    const { rows } = await pool.query<{ payment: TestPayment }>({
      name: 'test_provider_payment',
      text: 'SELECT payment FROM test_provider.payments WHERE payment_id = $1',
      values: [paymentId],
    })
    return rows[0]?.payment
  }
  return {
    paymentOf,
    keepCard: async (token, card) => {
      await pool.query({
        name: 'test_provider_keep_card',
        text: `WITH forgotten AS (DELETE FROM test_provider.cards WHERE kept_at < now() - interval '90 days')
               INSERT INTO test_provider.cards (token, card) VALUES ($1, $2)`,
        values: [token, card],
      })
    },
    cardOf: async (token) => {
      const { rows } = await pool.query<{ card: TestCard }>({
        name: 'test_provider_card',
        text: 'SELECT card FROM test_provider.cards WHERE token = $1',
        values: [token],
      })
      return rows[0]?.card
    },
    begin: async (payment) => {
      const { rowCount } = await pool.query({
        name: 'test_provider_begin',
        text: `INSERT INTO test_provider.payments (payment_id, payment) VALUES ($1, $2)
               ON CONFLICT (payment_id) DO NOTHING`,
        values: [payment.paymentId, payment],
      })
      return rowCount === 1 ? payment : ((await paymentOf(payment.paymentId)) ?? payment)
    },
    change: (paymentId, act) =>
      inTransaction(pool, async (sql) => {
        const { rows } = await sql.query<{ payment: TestPayment }>(
          'SELECT payment FROM test_provider.payments WHERE payment_id = $1 FOR UPDATE',
          [paymentId],
        )
        const before = rows[0]?.payment
        if (!before) return undefined
        const { payment, answer } = act(before)
        if (payment !== before) {
          await sql.query('UPDATE test_provider.payments SET payment = $2 WHERE payment_id = $1', [
            paymentId,
            payment,
          ])
        }
        return answer
      }),
  }
}

import { parseArgs } from 'node:util'
import pg, { type Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import * as z from 'zod'
import { cart } from '../../lib/shop/cart/cart'
import type { CartCommand, OfferedProduct } from '../../lib/shop/cart/commands'
import type { CartEvent } from '../../lib/shop/cart/events'
import type { CartState } from '../../lib/shop/cart/state'
import { actor, toNewEvent } from '../events'

/** What is used of the peers; their own types are only there once they are installed. */
interface EmmettPostgres {
  readonly getPostgreSQLEventStore: (url: string, options: object) => Store
}
interface Store {
  readonly schema: { readonly migrate: () => Promise<unknown> }
}
type StoredEvent = CartEvent & { readonly metadata: object }
interface Emmett {
  readonly CommandHandler: (options: {
    readonly evolve: (state: CartState, event: CartEvent) => CartState
    readonly initialState: () => CartState
    readonly mapToStreamId: (id: string) => string
  }) => (
    store: Store,
    id: string,
    handle: (state: CartState) => StoredEvent[],
  ) => Promise<{ readonly nextExpectedStreamVersion: bigint; readonly newEvents: readonly StoredEvent[] }>
}
interface ExpressRequest {
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
}
interface ExpressResponse {
  readonly status: (status: number) => ExpressResponse
  readonly json: (body: unknown) => void
}
type Handler = (request: ExpressRequest, response: ExpressResponse) => Promise<void>
interface Express {
  (): {
    readonly use: (middleware: unknown) => void
    readonly post: (path: string, handler: Handler) => void
    readonly listen: (port: number, host: string, ready: () => void) => { address: () => { port: number } }
  }
  readonly json: () => unknown
}

/**
 * The same carts behind the usual: Express, zod, and Emmett's own command handler over its Postgres store. Whoever asks may,
 * prices are in memory, and nothing follows the log.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    connections: { type: 'string' },
    products: { type: 'string' },
  },
})
const [emmettName, storeName, expressName] = [
  '@event-driven-io/emmett',
  '@event-driven-io/emmett-postgresql',
  'express',
]
const { CommandHandler }: Emmett = await import(emmettName)
const { getPostgreSQLEventStore }: EmmettPostgres = await import(storeName)
const { default: express }: { default: Express } = await import(expressName)

const url = values.url ?? ''
const products = new Map<string, OfferedProduct>(JSON.parse(values.products ?? '[]'))
const pool: Pool = new pg.Pool({ connectionString: url, max: Number(values.connections) })
const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } })
await store.schema.migrate()

const initial = cart.initial('')
const handle = CommandHandler({
  evolve: cart.evolve,
  initialState: () => initial,
  mapToStreamId: (id) => `cart-${id}`,
})

const addItem = z.object({ type: z.literal('AddItem'), productId: z.string(), quantity: z.int().min(1) })

const decide = (command: CartCommand) => (state: CartState) => {
  const decision = cart.decide(command, state)
  if (decision.type === 'rejected') throw new Error(decision.rejection.type)
  return decision.events.map((event): StoredEvent => {
    const { type, data, metadata, eventId } = toNewEvent(event)
    return { type, data, metadata: { ...metadata, messageId: eventId } } as StoredEvent
  })
}

const answer = async (response: ExpressResponse, status: number, cartId: string, command: CartCommand) => {
  const { nextExpectedStreamVersion, newEvents } = await handle(store, cartId, decide(command))
  response.status(status).json({ cartId, version: Number(nextExpectedStreamVersion), events: newEvents })
}

const app = express()
app.use(express.json())
app.post('/carts', (_, response) =>
  answer(response, 201, uuidv7(), { type: 'CreateCart', customerId: actor.id }),
)
app.post('/carts/:cartId/commands', ({ params, body }, response) => {
  const command = addItem.parse(body)
  const product = products.get(command.productId)
  return answer(response, 200, params.cartId ?? '', { ...command, product })
})
const server = app.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${server.address().port}`))
process.once('disconnect', () => process.exit())

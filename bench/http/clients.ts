import { headerOf } from './answer'
import { type Client, commandsPerCart, expectStatus, jsonOf } from './client'
import { toRequest } from './request'

interface Where {
  readonly host: string
}

/** Asks for the same again and again. */
const reader = ({
  host,
  path,
  headers,
}: Where & { path: string; headers: Record<string, string> }): Client => {
  const request = toRequest({ host, path, headers })
  return { next: () => request, take: (answer) => expectStatus(answer, 200) }
}

/** Fills carts: creates one, adds to it 99 times, then the next. */
const cartFiller = ({
  host,
  path,
  headers,
  products,
}: Where & { path: string; headers: Record<string, string>; products: readonly string[] }): Client => {
  const create = toRequest({ method: 'POST', host, path, headers, body: {} })
  let cartId = ''
  let given = 0
  const isCreation = () => given % commandsPerCart === 0
  return {
    next: () => {
      if (isCreation()) return create
      const body = { type: 'AddItem', productId: products[given % products.length], quantity: 1 }
      return toRequest({ method: 'POST', host, path: `${path}/${cartId}/commands`, headers, body })
    },
    take: (answer) => {
      expectStatus(answer, isCreation() ? 201 : 200)
      if (isCreation()) cartId = jsonOf<{ cartId: string }>(answer).cartId
      given++
    },
  }
}

const addToOrder = `mutation Add($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) {
  __typename ... on Order { id totalQuantity total } ... on ErrorResult { errorCode message } } }`

/** Adds to the order of a session, which the first addition begins; then the next. */
const vendure = ({ host, products }: Where & { products: readonly string[] }): Client => {
  let session: string | undefined
  let given = 0
  return {
    next: () => {
      if (given % commandsPerCart === 0) session = undefined
      return toRequest({
        method: 'POST',
        host,
        path: '/shop-api',
        headers: session ? { Authorization: `Bearer ${session}` } : {},
        body: { query: addToOrder, variables: { id: products[given % products.length] } },
      })
    },
    take: (answer) => {
      expectStatus(answer, 200)
      const { data } = jsonOf<{ data?: { addItemToOrder?: { __typename: string } } }>(answer)
      if (data?.addItemToOrder?.__typename !== 'Order') throw new Error(`Not added: ${answer.body}`)
      session ??= headerOf(answer.head, 'vendure-auth-token')
      given++
    },
  }
}

/** Adds to a cart that is there. */
const medusa = ({
  host,
  key,
  cartId,
  products,
}: Where & { key: string; cartId: string; products: readonly string[] }): Client => {
  let given = 0
  return {
    next: () =>
      toRequest({
        method: 'POST',
        host,
        path: `/store/carts/${cartId}/line-items`,
        headers: { 'x-publishable-api-key': key },
        body: { variant_id: products[given % products.length], quantity: 1 },
      }),
    take: (answer) => {
      expectStatus(answer, 200)
      given++
    },
  }
}

const clients = { reader, cartFiller, vendure, medusa }

/** What a client is told, as it goes to another process. */
export type ClientPlan = {
  [Kind in keyof typeof clients]: { readonly kind: Kind } & Omit<
    Parameters<(typeof clients)[Kind]>[0],
    'host'
  >
}[keyof typeof clients]

/** A client that begins anew. */
export const startClient = (host: string, plan: ClientPlan): Client => {
  const start = clients[plan.kind] as (options: Where & ClientPlan) => Client
  return start({ host, ...plan })
}

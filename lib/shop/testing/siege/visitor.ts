import { randomUUID } from 'node:crypto'
import { ask, type ToldAnswer } from './ask'
import { actionId, type Target } from './target'

/** A guest with a cart, at an address of their own. */
export interface Visitor {
  readonly from: string
  readonly cookie: string
  readonly cartId: string
}

const product = 'ceramic-mug'

/** Comes to the shop as a browser would, and puts something into the cart. */
export const arrive = async (target: Target, from: string): Promise<Visitor> => {
  const request = { type: 'AddItem', productId: product, quantity: 1 }
  const told = await ask(target, '/', {
    from,
    method: 'POST',
    headers: { 'next-action': actionId('sendCommand'), 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify([{ streamId: null, commandId: randomUUID(), request, issuedBy: null }]),
  })
  const cookie = [told.headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  const cartId = /"streamId":"([^"]+)"/.exec(told.body)?.[1]
  if (!cookie || !cartId) throw new Error(`No guest was made: ${told.status} ${told.body.slice(-300)}`)
  return { from, cookie, cartId }
}

/** Changes the cart's one line, to another quantity each time. */
export const change = (target: Target, { from, cookie, cartId }: Visitor, nth: number): Promise<ToldAnswer> =>
  ask(target, `/api/carts/${cartId}/commands`, {
    from,
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'ChangeItemQuantity', productId: product, newQuantity: 1 + (nth % 2) }),
  })

/** Gives the cart a history of so many events. */
export const fill = async (target: Target, visitor: Visitor, events: number): Promise<void> => {
  for (let nth = 1; nth <= events; nth++) {
    const { status } = await change(target, visitor, nth)
    if (status !== 200) throw new Error(`A cart could not be filled: ${status}`)
  }
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { cart } from '../cart'
import type { CartOpening } from '../wire/cart-opening'
import { type CartSession, type CartSessionOptions, useCartSession } from './use-cart-session'

const mug = { name: 'The mug', unitPrice: { amount: 1599, currency: 'USD' } }
const events = recorded([cartCreated('ann'), itemAdded('mug', 2)])
const opening: CartOpening = {
  streamType: 'cart',
  streamId: 'cart-1',
  createdAt: events[0]?.occurredAt,
  last: { from: 0, state: cart.initial('cart-1'), events },
  windows: [],
  offers: [['mug', mug]],
}
const sendCommand = async () => ({ type: 'signedOut' }) as const

interface PageProps {
  readonly options: Partial<CartSessionOptions>
  readonly onSession: (session: CartSession) => void
}

const Page = ({ options, onSession }: PageProps) => {
  onSession(useCartSession({ cartId: 'cart-1', opening, ...options }))
  return null
}

/** A page's session as it is first rendered. */
const firstSession = (options: Partial<CartSessionOptions>): CartSession => {
  const sessions: CartSession[] = []
  const page = createElement(Page, { options, onSession: (session) => sessions.push(session) })
  renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, page))
  const [session] = sessions
  if (!session) throw new Error('Nothing was rendered')
  return session
}

describe('a cart as a page first has it', () => {
  it('is the shopper’s to shop with, at the prices the page came with', () => {
    const session = firstSession({ sendCommand, person: { id: 'ann', isGuest: true } })
    expect(session).toMatchObject({
      streamId: 'cart-1',
      path: '/api/streams/cart/cart-1',
      head: 2,
      readOnly: false,
      canRestore: true,
      isGuest: true,
      optimistic: { status: 'active', version: 2 },
      unsent: { count: 0, isKept: true },
    })
    expect([...session.offers]).toEqual([['mug', mug]])
  })

  it('is only looked at where no command can be sent, and knows no prices then', () => {
    const session = firstSession({})
    expect(session).toMatchObject({ readOnly: true, canRestore: false, isGuest: false })
    expect([...session.offers]).toEqual([])
  })

  it('may be brought back by staff without being theirs', () => {
    const session = firstSession({ sendCommand, readOnly: true })
    expect(session).toMatchObject({ readOnly: true, canRestore: true })
    expect([...session.offers]).toEqual([])
  })

  it('is yet to be begun where there is none', () => {
    const session = firstSession({ cartId: null, opening: null, sendCommand })
    expect(session).toMatchObject({ streamId: null, path: null, head: 0, connection: 'idle' })
    expect(session.optimistic).toMatchObject({ status: 'none', items: [] })
  })

  it('says of when it is, while it is what this browser kept', () => {
    const knownAt = '2026-01-01T00:00:00.000Z'
    expect(firstSession({ sendCommand, knownAt }).knownAt).toBe(knownAt)
    expect(firstSession({ sendCommand }).knownAt).toBeUndefined()
  })
})

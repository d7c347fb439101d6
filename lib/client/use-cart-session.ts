'use client'

import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { OfferedProduct } from '../domain/cart/commands'
import type { CartState } from '../domain/cart/state'
import type { ActionAnswer } from '../protocol/answers'
import type { CartRequest } from '../protocol/commands'
import type { RecordedCartEvent } from '../protocol/recorded-event'
import { type CartLog, headVersion } from './cart-log'
import {
  type CartTarget,
  decidePending,
  isUnconfirmed,
  type PendingCommand,
  type PendingEvent,
} from './pending'
import { reconnectSocket } from './socket'
import { type Connection, useCartLog } from './use-cart-log'
import { useOpenedElsewhere } from './use-opened-elsewhere'

export interface SendCommandInput {
  /** Null for the shopper's open cart, or a new one. */
  readonly cartId: string | null
  readonly commandId: string
  readonly request: CartRequest
  /** The version the cart must still be at. */
  readonly expectedVersion?: number | undefined
}

export type Rejection = Extract<ActionAnswer, { type: 'rejected' }>['rejection']

export interface CartSessionOptions {
  readonly cartId: string | null
  readonly events: readonly RecordedCartEvent[]
  /** True where the cart is not one's own to shop with. */
  readonly readOnly?: boolean
  /** How commands reach the server; left out where the cart is only looked at. */
  readonly sendCommand?: ((input: SendCommandInput) => Promise<ActionAnswer>) | undefined
  readonly onAccepted?: (events: readonly RecordedCartEvent[], request: CartRequest) => void
  readonly onRejected?: (rejection: Rejection, request: CartRequest) => void
  readonly onUnreachable?: (request: CartRequest) => void
}

/** A version to bring the cart back to. */
export interface Restore {
  readonly toVersion: number
  readonly reason: string
  /** The cart's version one decided it at: refused when it has moved on since. */
  readonly seen: number
}

/** A cart as this tab has it: what is confirmed, what is on its way, and both together. */
export interface CartSession {
  readonly cartId: string | null
  readonly readOnly: boolean
  readonly canRestore: boolean
  readonly log: CartLog
  /** The last confirmed version. */
  readonly head: number
  /** Pending commands decided on the confirmed events. */
  readonly optimistic: CartState
  readonly pending: readonly PendingEvent[]
  readonly connection: Connection
  /** Sends a command; it shows at once. `product` is what the page knows of a product that is added. */
  readonly send: (request: CartRequest, product?: OfferedProduct) => void
  readonly restore: (restore: Restore) => void
}

const maxRetries = 8

/** A first command makes the guest: two new tabs that send theirs at once must come to be the same one. */
const oneTabAtATime = (send: () => Promise<ActionAnswer>): Promise<ActionAnswer> =>
  // Only pages from https or localhost have locks.
  navigator.locks ? navigator.locks.request('hindsight-first-command', send) : send()

export const useCartSession = (options: CartSessionOptions): CartSession => {
  const { sendCommand, readOnly = !sendCommand, onAccepted, onRejected, onUnreachable } = options
  const [cartId, setCartId] = useState(options.cartId)
  const [pending, setPending] = useState<readonly PendingCommand[]>([])
  const current = useRef<CartTarget>({ cartId })
  const { log, connection, confirm } = useCartLog(cartId, cartId === options.cartId ? options.events : [])

  const headNow = useRef(0)
  useEffect(() => {
    headNow.current = headVersion(log)
  }, [log])

  const goTo = useCallback((opened: string | null) => {
    // A cart that was yet to be begun has its id now; what waits for it goes there too.
    if (current.current.cartId === null) current.current.cartId = opened
    else current.current = { cartId: opened }
    setCartId(opened)
  }, [])
  const tellOthers = useOpenedElsewhere({ follows: !readOnly, current, log, goTo })

  /** An accepted command stays pending until the log here has come as far as it did. */
  const settle = useCallback((commandId: string, version = 0) => {
    const { cartId } = current.current
    setPending((commands) =>
      commands
        .filter((each) => each.answered === undefined || isUnconfirmed(each, cartId, headNow.current))
        .map((each) => (each.commandId === commandId ? { ...each, answered: version } : each)),
    )
  }, [])

  const { mutate } = useMutation({
    scope: { id: 'cart' },
    retry: maxRetries,
    retryDelay: (failures) => Math.min(250 * 2 ** failures, 4_000),
    mutationFn: async ({
      commandId,
      request,
      expectedVersion,
      target,
    }: PendingCommand): Promise<ActionAnswer> => {
      if (!sendCommand) throw new Error('This cart is only looked at')
      const send = () => sendCommand({ cartId: target.cartId, commandId, request, expectedVersion })
      return target.cartId === null ? oneTabAtATime(send) : send()
    },
    onSuccess: (answer, { commandId, request, target }) => {
      if (answer.type === 'rejected') {
        settle(commandId)
        onRejected?.(answer.rejection, request)
        return
      }
      confirm(answer.cartId, answer.events)
      const isNewHere = target.cartId === null
      if (isNewHere) {
        target.cartId = answer.cartId
        if (target === current.current) setCartId(answer.cartId)
      }
      settle(commandId, answer.version)
      onAccepted?.(answer.events, request)
      if (isNewHere) {
        reconnectSocket()
        tellOthers(answer.cartId)
      }
    },
    onError: (_error, { commandId, request }) => {
      settle(commandId)
      onUnreachable?.(request)
    },
  })

  const closed = log.history.head.status === 'checkedOut' || log.history.head.status === 'abandoned'
  const issue = useCallback(
    (command: Pick<PendingCommand, 'request' | 'product' | 'expectedVersion'>) => {
      const pending: PendingCommand = {
        ...command,
        commandId: crypto.randomUUID(),
        issuedAt: new Date().toISOString(),
        target: current.current,
      }
      setPending((commands) => [...commands, pending])
      mutate(pending)
    },
    [mutate],
  )
  const send = useCallback(
    (request: CartRequest, product?: OfferedProduct) => {
      // What is added after a cart was closed begins the next one.
      if (closed && request.type === 'AddItem' && current.current.cartId !== null) goTo(null)
      issue({ request, product })
    },
    [closed, goTo, issue],
  )
  const restore = useCallback(
    ({ toVersion, reason, seen }: Restore) =>
      issue({ request: { type: 'RestoreCart', toVersion, reason }, expectedVersion: seen }),
    [issue],
  )

  const unconfirmed = useMemo(() => {
    const confirmed = new Set(log.history.events.map((event) => event.metadata.commandId))
    return pending.filter(
      (command) => !confirmed.has(command.commandId) && isUnconfirmed(command, cartId, headVersion(log)),
    )
  }, [pending, cartId, log])
  const { state, events } = useMemo(() => decidePending(log.history, unconfirmed), [log, unconfirmed])

  return {
    cartId,
    readOnly,
    canRestore: sendCommand !== undefined,
    log,
    head: headVersion(log),
    optimistic: state,
    pending: events,
    connection,
    send,
    restore,
  }
}

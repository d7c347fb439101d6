'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { type CartLog, emptyCartLog } from '../../../shop/cart/client/cart-log'
import { productOf } from '../../../shop/cart/client/coalesce'
import type { Offers } from '../../../shop/cart/commands'
import type { CartState } from '../../../shop/cart/state'
import type { CartRefusal } from '../../../shop/cart/wire/cart-answers'
import { newId } from '../browser/new-id'
import { judgeCommand } from './judge-command'
import { isOf, type OutboxEntry } from './outbox'
import { unconfirmedOf } from './unconfirmed'
import type { UsedOutbox } from './use-outbox'

export type Asked = Pick<OutboxEntry, 'request' | 'product' | 'expectedVersion' | 'shown'>

interface IssueOptions {
  readonly outbox: UsedOutbox
  /** The cart that commands are for now. */
  readonly current: RefObject<string | null>
  readonly log: CartLog
  readonly offers: Offers
  /** The cart as it is shown. */
  readonly shown: CartState
  readonly onRefused: (entry: OutboxEntry, rejection: CartRefusal) => void
}

export interface Issue {
  /** Puts a command into the outbox, unless the rules refuse it on the cart as it is shown. */
  readonly issue: (asked: Asked) => void
  /** Was it asked for in this tab? Answered once. */
  readonly wasIssuedHere: (commandId: string) => boolean
}

const newCart = 'new'

const nameIn = (cart: CartState, productId: string | undefined): string | undefined =>
  cart.items.find((item) => item.productId === productId)?.productName

export const useIssue = (options: IssueOptions): Issue => {
  const { current, outbox } = options
  const { open, person } = outbox
  const here = useRef(new Set<string>())
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const issue = useCallback(
    (asked: Asked) => {
      const { log, shown, offers, onRefused } = latest.current
      const { store, issue } = open()
      const cartId = current.current
      const entry: OutboxEntry = {
        ...asked,
        cartId,
        person: person.id,
        commandId: newId(),
        issuedAt: new Date().toISOString(),
        productName: asked.product?.name ?? nameIn(shown, productOf(asked.request)),
        tried: false,
      }
      const base = log.streamId === (cartId ?? newCart) ? log : emptyCartLog(cartId ?? newCart)
      const entries = store.get().entries.filter((each) => isOf(each, person))
      const judged = judgeCommand(base.history, unconfirmedOf(entries, cartId, base), entry, offers)
      if (judged.type === 'refused') return onRefused(entry, judged.rejection)
      here.current.add(entry.commandId)
      issue(entry, judged.mergeable)
    },
    [open, person, current],
  )
  const wasIssuedHere = useCallback((commandId: string) => here.current.delete(commandId), [])
  return { issue, wasIssuedHere }
}

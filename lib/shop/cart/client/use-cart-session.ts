'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Connection, connectionOf } from '../../../kit/client/connection/connection'
import { renewal } from '../../../kit/client/connection/renewal'
import { useOnline } from '../../../kit/client/connection/use-online'
import {
  closingsBehind,
  isOf,
  type OutboxEntry,
  opened,
  type Person,
} from '../../../kit/client/outbox/outbox'
import { unparked, withoutParked } from '../../../kit/client/outbox/outbox-parked'
import { decidePending, type PendingEvent } from '../../../kit/client/outbox/pending'
import type { TabMessage } from '../../../kit/client/outbox/tab-message'
import { unconfirmedOf } from '../../../kit/client/outbox/unconfirmed'
import { parkedOf, unsentCount } from '../../../kit/client/outbox/unsent'
import { useIssue } from '../../../kit/client/outbox/use-issue'
import { useOutbox } from '../../../kit/client/outbox/use-outbox'
import type { StreamSession } from '../../../kit/client/session/stream-session'
import { useReload } from '../../../kit/client/session/use-reload'
import { headVersion } from '../../../kit/client/stream-log/stream-log'
import { useCartLog } from '../../../kit/client/stream-log/use-stream-log'
import { useKnownAt } from '../../client/kept/use-known-at'
import type { RecordedCartEvent } from '../../wire/recorded-shop-events'
import { cartStreamType } from '../cart-stream'
import type { OfferedProduct, Offers } from '../commands'
import type { CartEvent, Step } from '../events'
import type { CartState } from '../state'
import type { CartActionAnswer, CartAnswered, CartRefusal } from '../wire/cart-answers'
import type { CartOpening, CartWindow } from '../wire/cart-opening'
import type { CartRequest } from '../wire/commands'
import type { CartLog } from './cart-log'
import { asSeen, type Closing, type OutdatedClosing, outdatedBehind, outdatedBy } from './closing'
import { noOffers, offersOf } from './offers'
import { type Hear, useOffers } from './use-offers'
import { useOpenedElsewhere } from './use-opened-elsewhere'

export interface SendCommandInput {
  /** Null for the shopper's open cart, or a new one. */
  readonly cartId: string | null
  readonly commandId: string
  readonly request: CartRequest
  /** The version the cart must still be at. */
  readonly expectedVersion?: number | undefined
  /** Who asked for it, which may have been a while ago; null for nobody yet. */
  readonly issuedBy: string | null
}

/** A command that the rules refused. */
export interface RefusedCommand {
  readonly rejection: CartRefusal
  readonly request: CartRequest
  /** How its product is called, where that is known. */
  readonly productName: string | undefined
  /** False when it was refused as it was asked for, true when that was seen to happen first. */
  readonly wasShown: boolean
}

export interface CartSessionOptions {
  readonly cartId: string | null
  /** What the page came with; null where there is no cart yet. */
  readonly opening: CartOpening | null
  /** When `opening` was known, where it was kept in the browser. ISO 8601. */
  readonly knownAt?: string | undefined
  /** Who shops: what they do is kept for them in the browser until it is sent. Left out where nobody does. */
  readonly person?: Person | undefined
  /** True where the cart is not one's own to shop with. */
  readonly readOnly?: boolean
  /** How commands reach the server; left out where the cart is only looked at. */
  readonly sendCommand?: ((input: SendCommandInput) => Promise<CartActionAnswer>) | undefined
  readonly onAccepted?: (events: readonly RecordedCartEvent[], request: CartRequest) => void
  readonly onRefused?: (refused: RefusedCommand) => void
}

/** A version to bring the cart back to. */
export interface Restore {
  readonly toVersion: number
  readonly reason?: string | undefined
  /** Where it takes the last act back, or does it again. */
  readonly step?: Step | undefined
  /** The cart's version one decided it at: refused when it has moved on since. */
  readonly seen: number
}

/** What was done and isn't in the log yet. */
export interface Unsent {
  readonly count: number
  /** Does it outlive the page? */
  readonly isKept: boolean
}

/** A cart as this tab has it, and what one may do with it. */
export interface CartSession extends StreamSession<CartState, CartEvent> {
  readonly canRestore: boolean
  readonly unsent: Unsent
  /** What the shop fails on, and what rests on that. */
  readonly parked: readonly OutboxEntry[]
  readonly sendParked: () => void
  readonly dropParked: () => void
  /** False for who has an account: they can sign in again. */
  readonly isGuest: boolean
  /** What the page knows of the catalogue; nothing where the cart isn't one's own. */
  readonly offers: Offers
  /** Takes in what the catalogue says now. */
  readonly hear: Hear
  /** Of when the cart is, while it is what this browser kept of it; undefined once it follows the log. ISO 8601. */
  readonly knownAt: string | undefined
  /** Sends a command; it shows at once. `product` is how a product that is added is shown, where no offer is known. */
  readonly send: (request: CartRequest, product?: OfferedProduct) => void
  readonly restore: (restore: Restore) => void
  /** Checks the cart out or abandons it, as it was `seen` by who decided it. */
  readonly close: (request: Closing, seen: CartState) => void
  /** What `close` came to last, where it has to be asked again. */
  readonly outdated: OutdatedClosing | undefined
}

export const useCartSession = (options: CartSessionOptions): CartSession => {
  const { sendCommand, readOnly = !sendCommand, onAccepted, onRefused } = options
  const [cartId, setCartId] = useState(options.cartId)
  const current = useRef(cartId)
  const opening = cartId === options.cartId ? options.opening : null
  const { log, link, confirm, loadWindow, wishWindow } = useCartLog(cartId, opening)
  const { offers: heard, hear } = useOffers(opening, log)
  const offers = readOnly ? noOffers : heard

  const goTo = useCallback((next: string | null) => {
    current.current = next
    setCartId(next)
  }, [])
  const follow = useOpenedElsewhere({
    follows: !readOnly,
    isKnown: options.person?.id !== null,
    current,
    log,
    goTo,
  })

  /** Of a cart that isn't looked at only its beginning is of use. */
  const takeIn = (ofCart: string, events: readonly RecordedCartEvent[]) => {
    if (ofCart === current.current || events[0]?.version === 1) confirm(ofCart, events)
  }
  /** What waits for a cart that was yet to be begun goes along. */
  const begin = (begun: string) => {
    if (current.current === null) void open().store.change((outbox) => opened(outbox, person, begun))
    follow(begun)
  }
  const [outdated, setOutdated] = useState<OutdatedClosing>()
  /** A closing that is out of date is asked again here, where it was sent. */
  const takeBack = (entry: OutboxEntry, rejection: CartRefusal, wasShown = true) => {
    hear(offersOf(rejection, offers, log.history.head.items))
    const closing = outdatedBy(entry, rejection)
    if (closing && entry.cartId === current.current) setOutdated(closing)
    else tellRefused(entry, rejection, wasShown)
  }
  const tellRefused = ({ request, productName }: OutboxEntry, rejection: CartRefusal, wasShown = true) =>
    onRefused?.({ rejection, request, productName, wasShown })

  const onMessage = (message: TabMessage) => {
    if (message.type === 'confirmed') takeIn(message.cartId, message.events)
    else if (message.type === 'opened' && isOf(message, person)) begin(message.cartId)
    else if (message.type === 'refused' && isOf(message.entry, person)) {
      tellRefused(message.entry, message.rejection)
    }
  }
  const onAnswer = (entry: OutboxEntry, answer: CartAnswered) => {
    const { tabs } = open()
    if (answer.type === 'rejected') {
      tabs?.tell({ type: 'refused', entry, rejection: answer.rejection })
      takeBack(entry, answer.rejection)
      for (const closing of closingsBehind(open().store.get(), entry)) setOutdated(outdatedBehind(closing))
      return
    }
    const { streamId: cartId, events } = answer
    tabs?.tell({ type: 'confirmed', cartId, events })
    takeIn(cartId, events)
    if (wasIssuedHere(entry.commandId)) onAccepted?.(events, entry.request)
    if (entry.cartId !== null) return
    tabs?.tell({ type: 'opened', cartId, person: entry.person })
    begin(cartId)
  }
  const outbox = useOutbox({
    person: options.person,
    owner: log.history.head.customerId,
    send: async ({ commandId, cartId, request, expectedVersion, person: issuedBy }) => {
      if (!sendCommand) throw new Error('This cart is only looked at')
      return sendCommand({ commandId, cartId, request, expectedVersion, issuedBy })
    },
    onAnswer,
    onMessage,
  })
  const { entries, person, open } = outbox

  const unconfirmed = useMemo(() => unconfirmedOf(entries, cartId, log), [entries, cartId, log])
  const { state, events } = useMemo(
    () => decidePending(log.history, unconfirmed, offers),
    [log, unconfirmed, offers],
  )

  // What waited for a cart that was yet to be begun goes where one is open now.
  const waitsForOpen = cartId !== null && state.status === 'active' && entries.some((each) => !each.cartId)
  useEffect(() => {
    if (waitsForOpen) void open().store.change((outbox) => opened(outbox, person, cartId))
  }, [waitsForOpen, cartId, open, person])

  const { issue, wasIssuedHere } = useIssue({
    outbox,
    current,
    log,
    offers,
    shown: state,
    onRefused: (entry, rejection) => takeBack(entry, rejection, false),
  })
  const isClosed = state.status === 'checkedOut' || state.status === 'abandoned'
  const send = useCallback(
    (request: CartRequest, product?: OfferedProduct) => {
      // What is added after a cart was closed begins the next one.
      if (isClosed && request.type === 'AddItem' && current.current !== null) goTo(null)
      if (request.type !== 'AddItem') return issue({ request })
      // The offer that is known is the one that is shown; it is named, so that no other is taken for it.
      const offer = offers.get(request.productId) ?? product
      const shown = offer && { name: offer.name, unitPrice: offer.unitPrice }
      issue({ request: { ...request, unitPrice: shown?.unitPrice }, product: shown })
    },
    [isClosed, goTo, issue, offers],
  )
  const restore = useCallback(
    ({ seen, ...restore }: Restore) =>
      issue({ request: { type: 'RestoreCart', ...restore }, expectedVersion: seen }),
    [issue],
  )
  const close = useCallback((request: Closing, seen: CartState) => issue(asSeen(request, seen)), [issue])
  const canRestore = sendCommand !== undefined
  const unsent = unsentCount(entries, { cartId, readOnly })
  const parked = useMemo(() => parkedOf(entries, log), [entries, log])
  const sendParked = useCallback(
    () => void open().store.change((outbox) => unparked(outbox, person)),
    [open, person],
  )
  const dropParked = useCallback(
    () => void open().store.change((outbox) => withoutParked(outbox, person)),
    [open, person],
  )
  const { isKept, standstill } = outbox
  const isOnline = useOnline()
  const isRenewed = useSyncExternalStore(renewal.subscribe, renewal.get, renewal.get)
  const connection = connectionOf({ isOnline, hasCart: cartId !== null, link, standstill, isRenewed })
  const isGuest = options.person?.isGuest ?? false
  const isWritten = useCallback(() => open().store.isWritten(), [open])
  useReload({ connection, unsent: { count: unsent, isKept }, isWritten })
  const knownAt = useKnownAt(cartId === options.cartId ? options.knownAt : undefined, connection)
  return useMemo(
    () => ({
      type: cartStreamType,
      streamId: cartId,
      readOnly,
      canRestore,
      log,
      head: headVersion(log),
      createdAt: log.createdAt,
      wishWindow,
      loadWindow,
      offers,
      hear,
      optimistic: state,
      pending: events,
      unsent: { count: unsent, isKept },
      parked,
      sendParked,
      dropParked,
      connection,
      isGuest,
      knownAt,
      send,
      restore,
      close,
      outdated,
    }),
    [
      cartId,
      readOnly,
      canRestore,
      log,
      wishWindow,
      loadWindow,
      offers,
      hear,
      state,
      events,
      unsent,
      isKept,
      parked,
      sendParked,
      dropParked,
      connection,
      isGuest,
      knownAt,
      send,
      restore,
      close,
      outdated,
    ],
  )
}

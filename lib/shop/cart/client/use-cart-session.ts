'use client'

import { useEffect, useMemo } from 'react'
import type { Person } from '../../../kit/client/outbox/outbox'
import { type CommandSession, useCommandSession } from '../../../kit/client/outbox/use-command-session'
import { streamPart } from '../../../kit/client/session/stream-part'
import type { StreamSession } from '../../../kit/client/session/stream-session'
import { useStreamLog } from '../../../kit/client/stream-log/use-stream-log'
import { useKnownAt } from '../../client/kept/use-known-at'
import { spawnScan } from '../../client/spawn-scan'
import type { RecordedCartEvent } from '../../wire/recorded-shop-events'
import type { Offers } from '../commands'
import type { CartEvent } from '../events'
import { type CartState, isOpenToOwner } from '../state'
import type { CartAction } from '../wire/cart-answers'
import type { CartOpening } from '../wire/cart-opening'
import type { CartRequest } from '../wire/commands'
import { searchableCart } from '../wire/searchable-cart'
import type { CartTypes } from './cart-entry'
import { cartOutboxes } from './cart-outbox'
import type { OutdatedClosing } from './closing'
import { noOffers } from './offers'
import { type CartCommands, useCartCommands } from './use-cart-commands'
import { useCurrentCart } from './use-current-cart'
import { type Hear, useOffers } from './use-offers'
import { useOpenedElsewhere } from './use-opened-elsewhere'
import { type RefusedCommand, useRefusals } from './use-refusals'

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
  readonly sendCommand?: CartAction | undefined
  readonly onAccepted?: (events: readonly RecordedCartEvent[], request: CartRequest) => void
  readonly onRefused?: (refused: RefusedCommand) => void
}

/** What a page needs of a session that sends commands, beside the stream. */
type Commands = Pick<CommandSession<CartTypes>, 'unsent' | 'parked' | 'sendParked' | 'dropParked'>

/** A cart as this tab has it, and what one may do with it. */
export interface CartSession extends StreamSession<CartState, CartEvent>, Commands, CartCommands {
  readonly canRestore: boolean
  /** False for who has an account: they can sign in again. */
  readonly isGuest: boolean
  /** What the page knows of the catalogue; nothing where the cart isn't one's own. */
  readonly offers: Offers
  /** Takes in what the catalogue says now. */
  readonly hear: Hear
  /** Of when the cart is, while it is what this browser kept of it; undefined once it follows the log. ISO 8601. */
  readonly knownAt: string | undefined
  /** What `close` came to last, where it has to be asked again. */
  readonly outdated: OutdatedClosing | undefined
}

const unheard = () => undefined

/** A cart, live: the shopper's own to shop with, or somebody's to look at. */
export const useCartSession = (options: CartSessionOptions): CartSession => {
  const { person, sendCommand, readOnly = !sendCommand } = options
  const { cartId, current, goTo } = useCurrentCart(options.cartId)
  const isFirst = cartId === options.cartId
  const opening = isFirst ? options.opening : null
  const live = useStreamLog(searchableCart, cartId, opening)
  const { log, loadWindow, windows } = live
  const { offers: heard, hear } = useOffers(opening, log)
  const offers = readOnly ? noOffers : heard
  const follow = useOpenedElsewhere({ follows: !readOnly, isKnown: person?.id !== null, current, log, goTo })
  const { outdated, takeRefusal } = useRefusals({ current, log, offers, hear, onRefused: options.onRefused })

  const commands = useCommandSession<CartTypes>({
    outboxes: cartOutboxes,
    streamId: cartId,
    current,
    live,
    known: offers,
    person,
    readOnly,
    send: sendCommand,
    onBegun: follow,
    onAccepted: options.onAccepted ?? unheard,
    onRefused: takeRefusal,
  })
  const { issue, waitsForStream, adopt, optimistic, connection } = commands
  const { status } = optimistic

  // What waited for a cart that was yet to be begun goes where one is open now.
  const isAwaited = waitsForStream && status === 'active'
  useEffect(() => {
    if (isAwaited && cartId !== null) adopt(cartId)
  }, [isAwaited, cartId, adopt])

  const isClosed = status !== 'none' && !isOpenToOwner(optimistic)
  const { send, restore, close } = useCartCommands({ issue, offers, isClosed, current, goTo })
  const knownAt = useKnownAt(isFirst ? options.knownAt : undefined, connection)
  const canRestore = sendCommand !== undefined
  const isGuest = person?.isGuest ?? false
  return useMemo(
    () => ({
      ...streamPart({ type: searchableCart, streamId: cartId, log, loadWindow, windows, spawnScan }),
      optimistic,
      pending: commands.pending,
      unsent: commands.unsent,
      parked: commands.parked,
      sendParked: commands.sendParked,
      dropParked: commands.dropParked,
      connection,
      readOnly,
      canRestore,
      isGuest,
      offers,
      hear,
      knownAt,
      outdated,
      send,
      restore,
      close,
    }),
    [
      cartId,
      log,
      windows,
      loadWindow,
      optimistic,
      connection,
      commands,
      readOnly,
      canRestore,
      isGuest,
      offers,
      hear,
      knownAt,
      outdated,
      send,
      restore,
      close,
    ],
  )
}

import type { CartActionAnswer, CartAnswered } from '../../../shop/cart/wire/cart-answers'
import { createTurns } from '../browser/one-at-a-time'
import { watchActions } from '../connection/action-calls'
import { askShop } from '../connection/ask-shop'
import { cartSocket } from '../connection/socket'
import { type Standstill, whyUndelivered } from '../connection/undelivered'
import { openTabs, type Tabs } from './broadcast'
import { nobody, type OutboxEntry, type Person, swept } from './outbox'
import { unparked } from './outbox-parked'
import { createSender, type Sender } from './outbox-sender'
import { browserStorage, memoryStorage } from './outbox-storage'
import { createOutboxStore, type OutboxStore } from './outbox-store'

/** What the outbox needs of the page that has one. */
export interface OutboxPage {
  readonly person: Person
  readonly send: (entry: OutboxEntry) => Promise<CartActionAnswer>
  readonly onAnswer: (entry: OutboxEntry, answer: CartAnswered) => void
}

/** An outbox with its sender. It goes on when the page that used it last is gone. */
export interface TabOutbox {
  readonly store: OutboxStore
  /** The other tabs that share it; undefined where none does. */
  readonly tabs: Tabs | undefined
  readonly issue: Sender['issue']
  /** Why nothing more is sent; undefined while it is. */
  readonly standstill: () => Standstill | undefined
  /** Calls back when the outbox changes, or stands still, or goes on; gives what stops it. */
  readonly subscribe: (listener: () => void) => () => void
  readonly serve: (page: OutboxPage) => void
}

/**
 * Two tabs never send at once, so that each command is sent by one of them, and a first command makes one guest.
 * Where there are no locks the command ids see to it that nothing happens twice.
 */
const oneAtATime = createTurns('hindsight-outbox')

const isShopWell = async (): Promise<boolean> => (await askShop('/api/health/ready')).type === 'answered'

const withSender = (store: OutboxStore, tabs: Tabs | undefined): TabOutbox => {
  const takeReply = watchActions()
  const listeners = new Set<() => void>()
  let page: OutboxPage | undefined
  let standstill: Standstill | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const sender = createSender({
    store,
    oneAtATime,
    person: () => page?.person ?? nobody,
    send: (entry) => page?.send(entry) ?? Promise.reject(new Error('There is no page to send from')),
    onAnswer: (entry, answer) => page?.onAnswer(entry, answer),
    whyUndelivered: (error) => whyUndelivered(error, takeReply()),
    isShopWell,
    onStandstill: (why) => {
      standstill = why
      tell()
    },
    isOnline: () => navigator.onLine,
    now: Date.now,
  })
  const wake = () => {
    if (page) sender.wake()
  }
  const again = () => {
    if (page) sender.again()
  }
  store.subscribe(() => {
    tell()
    wake()
  })
  window.addEventListener('online', wake)
  cartSocket().on('connect', wake)
  // Who comes back to the page may have signed in meanwhile.
  window.addEventListener('focus', again)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') again()
    else if (page) sender.hurry()
  })
  return {
    store,
    tabs,
    issue: sender.issue,
    standstill: () => standstill,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    serve: (served) => {
      const isOther = !page || page.person.id !== served.person.id
      page = served
      const { person } = served
      if (isOther) void store.change((outbox) => unparked(swept(outbox, person, Date.now()), person))
      wake()
    },
  }
}

let shared: TabOutbox | undefined

/** The browser's outbox, shared by its tabs and kept until all is sent. */
export const sharedOutbox = (): TabOutbox => {
  if (shared) return shared
  const tabs = openTabs()
  const store = createOutboxStore(browserStorage(), (outbox) => tabs.tell({ type: 'outbox', outbox }))
  tabs.hear((message) => {
    if (message.type === 'outbox') store.receive(message.outbox)
  })
  shared = withSender(store, tabs)
  return shared
}

let own: TabOutbox | undefined

/** An outbox of this tab alone, kept as long as its page is open. */
export const ownOutbox = (): TabOutbox => {
  own ??= withSender(
    createOutboxStore(memoryStorage(), () => undefined),
    undefined,
  )
  return own
}

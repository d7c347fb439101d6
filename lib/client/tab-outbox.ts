import type { ActionAnswer, Answered } from '../protocol/answers'
import { openTabs, type Tabs } from './broadcast'
import { createTurns } from './browser/one-at-a-time'
import { nobody, type OutboxEntry, type Person, swept } from './outbox'
import { createSender, type Sender } from './outbox-sender'
import { browserStorage, memoryStorage } from './outbox-storage'
import { createOutboxStore, type OutboxStore } from './outbox-store'
import { cartSocket } from './socket'

/** What the outbox needs of the page that has one. */
export interface OutboxPage {
  readonly person: Person
  readonly send: (entry: OutboxEntry) => Promise<ActionAnswer>
  readonly onAnswer: (entry: OutboxEntry, answer: Answered) => void
}

/** An outbox with its sender. It goes on when the page that used it last is gone. */
export interface TabOutbox {
  readonly store: OutboxStore
  /** The other tabs that share it; undefined where none does. */
  readonly tabs: Tabs | undefined
  readonly issue: Sender['issue']
  readonly serve: (page: OutboxPage) => void
}

/**
 * Two tabs never send at once, so that each command is sent by one of them, and a first command makes one guest.
 * Where there are no locks the command ids see to it that nothing happens twice.
 */
const oneAtATime = createTurns('hindsight-outbox')

const withSender = (store: OutboxStore, tabs: Tabs | undefined): TabOutbox => {
  let page: OutboxPage | undefined
  const sender = createSender({
    store,
    oneAtATime,
    person: () => page?.person ?? nobody,
    send: (entry) => page?.send(entry) ?? Promise.reject(new Error('There is no page to send from')),
    onAnswer: (entry, answer) => page?.onAnswer(entry, answer),
    isOnline: () => navigator.onLine,
    now: Date.now,
  })
  const wake = () => {
    if (page) sender.wake()
  }
  store.subscribe(wake)
  window.addEventListener('online', wake)
  cartSocket().on('connect', wake)
  document.addEventListener('visibilitychange', () => {
    if (page && document.visibilityState === 'hidden') sender.hurry()
  })
  return {
    store,
    tabs,
    issue: sender.issue,
    serve: (served) => {
      page = served
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
  void store.change((outbox) => swept(outbox, Date.now()))
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

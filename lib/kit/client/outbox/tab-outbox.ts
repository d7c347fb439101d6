import { createTurns } from '../browser/one-at-a-time'
import { watchActions } from '../connection/action-calls'
import { askServer } from '../connection/ask-server'
import { tabSocket } from '../connection/socket'
import { type Standstill, whyUndelivered } from '../connection/undelivered'
import { openTabs, type Tabs } from './broadcast'
import type { ActionOf, AnswerTo, CommandTypes } from './command-types'
import { decidedBehind, nobody, type Person, withoutExpired } from './outbox'
import { unpark } from './outbox-parked'
import { fetchReader } from './outbox-reader'
import type { OutboxRules } from './outbox-rules'
import { createSender, type Sender } from './outbox-sender'
import { browserStorage, memoryStorage, openDatabase } from './outbox-storage'
import { createOutboxStore, type OutboxStore } from './outbox-store'

/** An answer to a command that this tab sent. */
export interface OutboxAnswer<Types extends CommandTypes> {
  readonly entry: Types['entry']
  readonly answer: AnswerTo<Types>
  /** What was decided behind the command, and goes with it where it was refused. */
  readonly behind: readonly Types['entry'][]
}

/** What the outbox needs of the page that has one. */
export interface OutboxPage<Types extends CommandTypes> {
  readonly person: Person
  readonly send: ActionOf<Types>
  readonly onAnswer: (answered: OutboxAnswer<Types>) => void
}

/** An outbox with its sender. It goes on when the page that used it last is gone. */
export interface TabOutbox<Types extends CommandTypes> {
  readonly store: OutboxStore<Types['entry']>
  /** Hears what other tabs that share it tell; gives what stops it. */
  readonly hear: Tabs<Types>['hear']
  readonly issue: Sender<Types['entry']>['issue']
  /** Why nothing more is sent; undefined while it is. */
  readonly standstill: () => Standstill | undefined
  /** Calls back when the outbox changes, or stands still, or goes on; gives what stops it. */
  readonly subscribe: (listener: () => void) => () => void
  readonly serve: (page: OutboxPage<Types>) => void
}

const isServerWell = async (): Promise<boolean> => (await askServer('/api/health/ready')).type === 'answered'

const withSender = <Types extends CommandTypes>(
  { storageName, merge }: OutboxRules<Types>,
  store: OutboxStore<Types['entry']>,
  tabs: Tabs<Types> | undefined,
): TabOutbox<Types> => {
  const takeReply = watchActions()
  const listeners = new Set<() => void>()
  let page: OutboxPage<Types> | undefined
  let standstill: Standstill | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const sender = createSender<Types>({
    store,
    merge,
    // Two tabs never send at once, so that each command is sent by one of them, and a first command makes one guest.
    // Where there are no locks the command ids see to it that nothing happens twice.
    oneAtATime: createTurns(`${storageName}-outbox`),
    person: () => page?.person ?? nobody,
    send: (input) => page?.send(input) ?? Promise.reject(new Error('There is no page to send from')),
    onAnswer: (entry, answer) => {
      if (tabs) tellAnswer(tabs, entry, answer)
      page?.onAnswer({ entry, answer, behind: decidedBehind(store.get(), entry) })
    },
    whyUndelivered: (error) => whyUndelivered(error, takeReply()),
    isServerWell,
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
  tabSocket().on('connect', wake)
  // Who comes back to the page may have signed in meanwhile.
  window.addEventListener('focus', again)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') again()
    else if (page) sender.hurry()
  })
  return {
    store,
    hear: (listener) => tabs?.hear(listener) ?? (() => undefined),
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
      if (isOther) void store.change((outbox) => unpark(withoutExpired(outbox, person, Date.now()), person))
      wake()
    },
  }
}

/** Tells the other tabs what a command came to. */
const tellAnswer = <Types extends CommandTypes>(
  tabs: Tabs<Types>,
  entry: Types['entry'],
  answer: AnswerTo<Types>,
): void => {
  if (answer.type === 'rejected') {
    tabs.tell({ type: 'refused', entry, rejection: answer.rejection })
    return
  }
  const { streamId, events } = answer
  tabs.tell({ type: 'confirmed', streamId, events })
  if (entry.streamId === null) tabs.tell({ type: 'opened', streamId, person: entry.person })
}

/** The outboxes of commands of one kind. Each is opened when it is first asked for, and stays. */
export interface TabOutboxes<Types extends CommandTypes> {
  readonly rules: OutboxRules<Types>
  /** The browser's, shared by its tabs and kept until all is sent. */
  readonly shared: () => TabOutbox<Types>
  /** One of this tab alone, kept as long as its page is open. */
  readonly own: () => TabOutbox<Types>
}

/** Makes outboxes for commands that are decided and kept by these rules. */
export const createOutboxes = <Types extends CommandTypes>(rules: OutboxRules<Types>): TabOutboxes<Types> => {
  let shared: TabOutbox<Types> | undefined
  let own: TabOutbox<Types> | undefined
  return {
    rules,
    shared: () => (shared ??= openShared(rules)),
    own: () =>
      (own ??= withSender(
        rules,
        createOutboxStore(memoryStorage(), () => undefined),
        undefined,
      )),
  }
}

const openShared = <Types extends CommandTypes>(rules: OutboxRules<Types>): TabOutbox<Types> => {
  const loadReader = () => fetchReader(rules)
  const storage = browserStorage({ toKept: rules.toKept, loadReader }, openDatabase(rules.storageName))
  const tabs = openTabs<Types>(`${rules.storageName}-tabs`, loadReader)
  const store = createOutboxStore(storage, (outbox) => tabs.tell({ type: 'outbox', outbox }))
  tabs.hear((message) => {
    if (message.type === 'outbox') store.receive(message.outbox)
  })
  return withSender(rules, store, tabs)
}

'use client'

import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { RecordedEvent } from '../../events/recorded-event'
import type { Refusal } from '../../wire/command-action'
import type { Connection } from '../connection/connection'
import type { PendingEvent } from '../session/stream-session'
import { useConnection } from '../session/use-connection'
import { useReload } from '../session/use-reload'
import type { LiveLog } from '../stream-log/use-stream-log'
import { begunElsewhere } from './begun-elsewhere'
import type { ActionOf, CommandTypes, RequestOf } from './command-types'
import { assignStream, isOf, type Person } from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { removeParked, unpark } from './outbox-parked'
import { decidePending } from './pending'
import type { TabMessage } from './tab-message'
import type { OutboxAnswer, TabOutboxes } from './tab-outbox'
import { unconfirmedOf } from './unconfirmed'
import { parkedOf, unsentCount } from './unsent'
import { type Issue, useIssue } from './use-issue'
import { useOutbox } from './use-outbox'

/** A command that was refused. */
export interface RefusedEntry<Types extends CommandTypes> {
  readonly entry: Types['entry']
  readonly rejection: Refusal<Types['rejection']>
  /** Who refused it: the rules as it was asked for, or the server; told by the tab that sent it or by another one. */
  readonly by: 'rules' | 'server' | 'otherTab'
  /** What was decided behind it, and went with it. */
  readonly behind: readonly Types['entry'][]
}

export interface CommandSessionOptions<Types extends CommandTypes> {
  readonly outboxes: TabOutboxes<Types>
  /** The stream looked at; null while it is yet to be begun. */
  readonly streamId: string | null
  /** The same, for what is asked between two renders. */
  readonly current: RefObject<string | null>
  readonly live: LiveLog<Types['state'], Types['event']>
  /** What the page knows beside the stream, to decide with. */
  readonly known: Types['known']
  /** Who is at the page: what they do is kept for them in the browser until it is sent. Left out where nobody is. */
  readonly person: Person | undefined
  /** True where the stream is not one's own. */
  readonly readOnly: boolean
  /** The action that commands are sent to; undefined where the stream is only looked at. */
  readonly send: ActionOf<Types> | undefined
  /** Told of a stream that a command began. */
  readonly onBegun: (streamId: string) => void
  /** Told of what a command of this tab made happen. */
  readonly onAccepted: (events: readonly RecordedEvent<Types['event']>[], request: RequestOf<Types>) => void
  readonly onRefused: (refused: RefusedEntry<Types>) => void
}

/** What was done and isn't in the log yet. */
export interface Unsent {
  readonly count: number
  /** Does it outlive the page? */
  readonly isKept: boolean
}

/** What a session adds to a log where commands are sent. */
export interface CommandSession<Types extends CommandTypes> {
  readonly issue: Issue<Types>['issue']
  readonly optimistic: Types['state']
  readonly pending: readonly PendingEvent<Types['event']>[]
  readonly unsent: Unsent
  /** What the server fails on, and what rests on that. */
  readonly parked: readonly Types['entry'][]
  readonly sendParked: () => void
  readonly dropParked: () => void
  /** True while something waits for a stream that is yet to be begun. */
  readonly waitsForStream: boolean
  /** Sends what waits for a stream that is yet to be begun to one that is there. */
  readonly adopt: (streamId: string) => void
  readonly connection: Connection
}

/** Commands on a stream: decided here at once, kept in the outbox, sent when they can be. */
export const useCommandSession = <Types extends CommandTypes>(
  options: CommandSessionOptions<Types>,
): CommandSession<Types> => {
  const { outboxes, streamId, current, live, known, readOnly, send, onAccepted, onRefused } = options
  const { rules } = outboxes
  const { log, link, confirm } = live

  /** Of a stream that isn't looked at only its beginning is of use. */
  const takeIn = (ofStream: string, events: readonly RecordedEvent<Types['event']>[]) => {
    if (ofStream === current.current || events[0]?.version === 1) confirm(ofStream, events)
  }
  /** What waits for a stream that was yet to be begun goes along. */
  const begin = (begun: string) => {
    if (current.current === null) adopt(begun)
    options.onBegun(begun)
  }
  const onMessage = (message: TabMessage<Types>) => {
    if (message.type === 'confirmed') takeIn(message.streamId, message.events)
    else if (message.type === 'opened' && isOf(message, person)) begin(message.streamId)
    else if (message.type === 'refused' && isOf(message.entry, person)) {
      onRefused({ entry: message.entry, rejection: message.rejection, by: 'otherTab', behind: [] })
    }
  }
  const onAnswer = ({ entry, answer, behind }: OutboxAnswer<Types>) => {
    if (answer.type === 'rejected') {
      onRefused({ entry, rejection: answer.rejection, by: 'server', behind })
      return
    }
    takeIn(answer.streamId, answer.events)
    if (wasIssuedHere(entry.commandId)) onAccepted(answer.events, entry.request)
    if (entry.streamId === null) begin(answer.streamId)
  }
  const outbox = useOutbox<Types>({
    outboxes,
    person: options.person,
    owner: rules.ownerOf(log.history.head),
    send,
    onAnswer,
    onMessage,
  })
  const { entries, person, open, isKept, standstill } = outbox
  useMissedBeginning({ streamId, entries, begin })

  const unconfirmed = useMemo(() => unconfirmedOf(entries, streamId, log), [entries, streamId, log])
  const { state: optimistic, events: pending } = useMemo(
    () => decidePending(rules, log.history, unconfirmed, known),
    [rules, log, unconfirmed, known],
  )
  const { issue, wasIssuedHere } = useIssue<Types>({
    rules,
    outbox,
    current,
    log,
    known,
    shown: optimistic,
    onRefused: (entry, rejection) => onRefused({ entry, rejection, by: 'rules', behind: [] }),
  })
  const adopt = useCallback(
    (begun: string) => void open().store.change((outbox) => assignStream(outbox, person, begun)),
    [open, person],
  )
  const sendParked = useCallback(
    () => void open().store.change((outbox) => unpark(outbox, person)),
    [open, person],
  )
  const dropParked = useCallback(
    () => void open().store.change((outbox) => removeParked(outbox, person)),
    [open, person],
  )
  const parked = useMemo(() => parkedOf(entries, log), [entries, log])
  const count = unsentCount(entries, { streamId, readOnly })
  const unsent = useMemo(() => ({ count, isKept }), [count, isKept])
  const connection = useConnection({ hasStream: streamId !== null, link, standstill })
  const isWritten = useCallback(() => open().store.isWritten(), [open])
  useReload({ connection, unsent, isWritten })
  const waitsForStream = entries.some((entry) => entry.streamId === null)
  return useMemo(
    () => ({
      issue,
      optimistic,
      pending,
      unsent,
      parked,
      sendParked,
      dropParked,
      waitsForStream,
      adopt,
      connection,
    }),
    [issue, optimistic, pending, unsent, parked, sendParked, dropParked, waitsForStream, adopt, connection],
  )
}

interface MissedBeginning {
  readonly streamId: string | null
  readonly entries: readonly OutboxEntry[]
  readonly begin: (begun: string) => void
}

/** Goes to the stream that another tab began while this page's code wasn't there yet. */
const useMissedBeginning = ({ streamId, entries, begin }: MissedBeginning): void => {
  const hadNone = useRef(true)
  const latest = useRef(begin)
  useEffect(() => {
    latest.current = begin
  })
  useEffect(() => {
    // Who had one and goes on without begins the next.
    if (streamId !== null) hadNone.current = false
    const begun = hadNone.current ? begunElsewhere(entries, performance.timeOrigin) : undefined
    if (begun !== undefined) latest.current(begun)
  }, [streamId, entries])
}

'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Standstill } from '../connection/undelivered'
import type { ActionOf, CommandTypes } from './command-types'
import { emptyOutbox, isOf, nobody, type Outbox, type Person } from './outbox'
import type { TabMessage } from './tab-message'
import type { OutboxAnswer, TabOutbox, TabOutboxes } from './tab-outbox'

interface OutboxOptions<Types extends CommandTypes> {
  readonly outboxes: TabOutboxes<Types>
  /** Who is at the page; undefined where what is done is kept by this tab alone. */
  readonly person: Person | undefined
  /** The owner of the stream shown; empty while there is none. A first command makes one of nobody. */
  readonly owner: string
  /** The action that commands are sent to; undefined where none are. */
  readonly send: ActionOf<Types> | undefined
  readonly onAnswer: (answered: OutboxAnswer<Types>) => void
  /** Hears what other tabs tell. */
  readonly onMessage: (message: TabMessage<Types>) => void
}

export interface UsedOutbox<Types extends CommandTypes> {
  readonly person: Person
  /** What the person asked for and isn't forgotten yet. */
  readonly entries: readonly Types['entry'][]
  /** Does what waits outlive the page? */
  readonly isKept: boolean
  /** Why nothing more is sent; undefined while it is. */
  readonly standstill: Standstill | undefined
  readonly open: () => TabOutbox<Types>
}

interface Seen<Types extends CommandTypes> extends Pick<UsedOutbox<Types>, 'isKept' | 'standstill'> {
  readonly outbox: Outbox<Types['entry']>
}

const nothingSeen = { outbox: emptyOutbox, isKept: true, standstill: undefined }

/** The outbox as React sees it: what waits in it for this person, served by this page while it is the newest. */
export const useOutbox = <Types extends CommandTypes>(options: OutboxOptions<Types>): UsedOutbox<Types> => {
  const { outboxes, owner, send } = options
  const isShared = options.person !== undefined
  const person = usePerson(options.person, owner)

  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [{ outbox, isKept, standstill }, setSeen] = useState<Seen<Types>>(nothingSeen)
  const open = useCallback(() => (isShared ? outboxes.shared() : outboxes.own()), [isShared, outboxes])
  useEffect(() => {
    const { store, hear, standstill, subscribe } = open()
    const look = () => setSeen({ outbox: store.get(), isKept: store.isKept(), standstill: standstill() })
    look()
    const stopLooking = subscribe(look)
    const stopHearing = hear((message) => latest.current.onMessage(message))
    return () => {
      stopLooking()
      stopHearing()
    }
  }, [open])
  useEffect(() => {
    if (!send) return
    // The newest page hears of answers, even when it is gone.
    open().serve({ person, send, onAnswer: (answered) => latest.current.onAnswer(answered) })
  }, [open, person, send])

  const entries = useMemo(() => outbox.entries.filter((entry) => isOf(entry, person)), [outbox, person])
  return { person, entries, open, isKept, standstill }
}

/** Who is at the page, once a first command made somebody of nobody, too. */
const usePerson = (given: Person | undefined, owner: string): Person => {
  const { id: known, isGuest } = given ?? nobody
  const isNobody = given !== undefined && known === null
  const [guest, setGuest] = useState<string | null>(null)
  useEffect(() => {
    if (isNobody && owner) setGuest(owner)
  }, [isNobody, owner])
  return useMemo(() => ({ id: known ?? guest, isGuest }), [known, guest, isGuest])
}

'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Standstill } from '../connection/undelivered'
import { emptyOutbox, isOf, nobody, type Outbox, type OutboxEntry, type Person } from './outbox'
import type { TabMessage } from './tab-message'
import { type OutboxPage, ownOutbox, sharedOutbox, type TabOutbox } from './tab-outbox'

interface OutboxOptions extends Omit<OutboxPage, 'person'> {
  /** Who is at the page; undefined where what is done is kept by this tab alone. */
  readonly person: Person | undefined
  /** The owner of the cart shown; empty while there is none. A first command makes one of nobody. */
  readonly owner: string
  readonly onMessage: (message: TabMessage) => void
}

export interface UsedOutbox {
  readonly person: Person
  /** What the person asked for and isn't forgotten yet. */
  readonly entries: readonly OutboxEntry[]
  /** Does what waits outlive the page? */
  readonly isKept: boolean
  /** Why nothing more is sent; undefined while it is. */
  readonly standstill: Standstill | undefined
  readonly open: () => TabOutbox
}

type Seen = Pick<UsedOutbox, 'isKept' | 'standstill'> & { readonly outbox: Outbox }

const nothingSeen: Seen = { outbox: emptyOutbox, isKept: true, standstill: undefined }

/** The outbox as React sees it: what waits in it for this person, served by this page while it is the newest. */
export const useOutbox = (options: OutboxOptions): UsedOutbox => {
  const { owner } = options
  const isShared = options.person !== undefined
  const { id: known, isGuest } = options.person ?? nobody
  const [guest, setGuest] = useState<string | null>(null)
  useEffect(() => {
    if (isShared && known === null && owner) setGuest(owner)
  }, [isShared, known, owner])
  const person = useMemo(() => ({ id: known ?? guest, isGuest }), [known, guest, isGuest])

  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [{ outbox, isKept, standstill }, setSeen] = useState<Seen>(nothingSeen)
  const open = useCallback(() => (isShared ? sharedOutbox() : ownOutbox()), [isShared])
  useEffect(() => {
    const { store, tabs, standstill, subscribe } = open()
    const look = () => setSeen({ outbox: store.get(), isKept: store.isKept(), standstill: standstill() })
    look()
    const stopLooking = subscribe(look)
    const stopHearing = tabs?.hear((message) => latest.current.onMessage(message))
    return () => {
      stopLooking()
      stopHearing?.()
    }
  }, [open])
  useEffect(() => {
    open().serve({
      person,
      send: (entry) => latest.current.send(entry),
      onAnswer: (entry, answer) => latest.current.onAnswer(entry, answer),
    })
  }, [open, person])

  const entries = useMemo(() => outbox.entries.filter((entry) => isOf(entry, person)), [outbox, person])
  return { person, entries, open, isKept, standstill }
}

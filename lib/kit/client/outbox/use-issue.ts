'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Refusal } from '../../wire/command-action'
import { newId } from '../browser/new-id'
import { emptyLog, type StreamLog } from '../stream-log/stream-log'
import { newStream } from '../stream-log/use-stream-log'
import type { CommandTypes } from './command-types'
import { judgeCommand } from './judge-command'
import { isOf } from './outbox'
import type { OutboxRules } from './outbox-rules'
import { unconfirmedOf } from './unconfirmed'
import type { UsedOutbox } from './use-outbox'

interface IssueOptions<Types extends CommandTypes> {
  readonly rules: OutboxRules<Types>
  readonly outbox: UsedOutbox<Types>
  /** The stream that commands are for now. */
  readonly current: RefObject<string | null>
  readonly log: StreamLog<Types['state'], Types['event']>
  readonly known: Types['known']
  /** The stream as it is shown. */
  readonly shown: Types['state']
  /** Told of what the rules refuse at once. */
  readonly onRefused: (entry: Types['entry'], rejection: Refusal<Types['rejection']>) => void
}

export interface Issue<Types extends CommandTypes> {
  /** Puts a command into the outbox, unless the rules refuse it on the stream as it is shown. Stays the same. */
  readonly issue: (asked: Types['asked']) => void
  /** Was it asked for in this tab? Answered once. */
  readonly wasIssuedHere: (commandId: string) => boolean
}

/** What puts commands into an outbox. */
export const useIssue = <Types extends CommandTypes>(options: IssueOptions<Types>): Issue<Types> => {
  const { rules, current, outbox } = options
  const { open, person } = outbox
  const here = useRef(new Set<string>())
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const issue = useCallback(
    (asked: Types['asked']) => {
      const { log, shown, known, onRefused } = latest.current
      const { store, issue } = open()
      const streamId = current.current
      const issuedAt = new Date().toISOString()
      const entry = rules.toEntry(
        asked,
        { commandId: newId(), issuedAt, person: person.id, streamId, tried: false },
        shown,
      )
      const id = streamId ?? newStream
      const base = log.streamId === id ? log : emptyLog(rules.type, id)
      const entries = store.get().entries.filter((each) => isOf(each, person))
      const onTheWay = unconfirmedOf(entries, streamId, base)
      const judged = judgeCommand(rules, base.history, onTheWay, entry, known)
      if (judged.type === 'refused') return onRefused(entry, judged.rejection)
      here.current.add(entry.commandId)
      issue({ entry, mergeable: judged.mergeable })
    },
    [rules, open, person, current],
  )
  const wasIssuedHere = useCallback((commandId: string) => here.current.delete(commandId), [])
  return { issue, wasIssuedHere }
}

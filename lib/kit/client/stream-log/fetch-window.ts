import type { DomainEvent } from '../../events/recorded-event'
import type { StreamWindow } from '../../wire/stream-opening'
import { answerOf } from '../connection/ask-server'

/** Asks the server for the window that begins at a version. Rejects when it can't be had: with `ServerRefused` when it never will. */
export const fetchWindow = <State, Event extends DomainEvent>(
  path: string,
  from: number,
): Promise<StreamWindow<State, Event>> => answerOf(`${path}/window?from=${from}`)

import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { StreamWindow } from '../../wire/stream-opening'
import { answerOf } from '../connection/ask-shop'
import type { StreamApi } from './stream-api'

/** Asks the server for the window that begins at a version. Rejects when it can't be had: with `ShopRefused` when it never will. */
export const fetchWindow = async <State extends Versioned, Event extends DomainEvent>(
  api: StreamApi<State, Event>,
  streamId: string,
  from: number,
): Promise<StreamWindow<State, Event>> =>
  api.windowOf(await answerOf<never>(`${api.pathOf(streamId)}/window?from=${from}`), from)

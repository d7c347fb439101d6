import type { DomainEvent } from '../events/recorded-event'
import type { StreamName } from '../events/stream-name'

export interface SetTimer {
  readonly type: 'SetTimer'
  readonly name: string
  readonly dueAt: string
}

export interface CancelTimer {
  readonly type: 'CancelTimer'
  readonly name: string
}

export interface SendCommand {
  readonly type: 'SendCommand'
  readonly name: string
  readonly stream: StreamName
  readonly command: { readonly type: string }
}

export interface RunEffect {
  readonly type: 'RunEffect'
  readonly name: string
  readonly kind: string
  readonly payload: object
}

/** What a process asks for. Nothing of it is done before it stands in the log. */
export type Ask = SetTimer | CancelTimer | SendCommand | RunEffect

/** What a process answers an input with: events of its own, and what it asks for. */
export type Reaction<OwnEvent extends DomainEvent> = OwnEvent | Ask

/** Be told at a time, ISO 8601, under a name; the timer that had the name before is cancelled. */
export const setTimer = (name: string, dueAt: string): SetTimer => ({ type: 'SetTimer', name, dueAt })

/** Not to be told after all; nothing where no timer of the name is set. */
export const cancelTimer = (name: string): CancelTimer => ({ type: 'CancelTimer', name })

/** Send a stream a command. What it comes to is an input, under the name. */
export const sendCommand = (
  name: string,
  stream: StreamName,
  command: { readonly type: string },
): SendCommand => ({
  type: 'SendCommand',
  name,
  stream,
  command,
})

/** Have something done outside of the log, or looked up there. The answer is an input, under the name; it stays in the log. */
export const runEffect = (name: string, kind: string, payload: object): RunEffect => ({
  type: 'RunEffect',
  name,
  kind,
  payload,
})

/** A time so many milliseconds after another. */
export const momentAfter = (moment: string, ms: number): string =>
  new Date(Date.parse(moment) + ms).toISOString()

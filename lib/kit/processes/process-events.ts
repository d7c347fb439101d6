import type { StreamName } from '../events/stream-name'

interface Typed {
  readonly type: string
}

/** The process reacted to an event of the log: what follows in the stream, up to what it reacted to next, came of it. */
export interface InputTaken {
  readonly type: 'InputTaken'
  readonly data: {
    readonly eventId: string
    readonly position: number
    readonly type: string
    readonly stream: StreamName
  }
}

export interface TimerSet {
  readonly type: 'TimerSet'
  readonly data: { readonly id: string; readonly name: string /** ISO 8601, UTC. */; readonly dueAt: string }
}

/** The time has come, as somebody's clock said who looked: `at`. */
export interface TimerFired {
  readonly type: 'TimerFired'
  readonly data: TimerSet['data'] & { readonly at: string }
}

export interface TimerCancelled {
  readonly type: 'TimerCancelled'
  readonly data: { readonly id: string; readonly name: string }
}

/** A stream is sent a command; its id is the command's id. */
export interface CommandRequested {
  readonly type: 'CommandRequested'
  readonly data: {
    readonly id: string
    readonly name: string
    readonly stream: StreamName
    readonly command: Typed
  }
}

/** What a command came to. */
export type CommandResult =
  | { readonly type: 'accepted'; readonly version: number; readonly position: number }
  | { readonly type: 'rejected'; readonly rejection: Typed }

export interface CommandAnswered {
  readonly type: 'CommandAnswered'
  readonly data: {
    readonly id: string
    readonly name: string
    readonly answer: CommandResult
    readonly at: string
  }
}

/** Something is done outside of the log, or looked up there; whoever does it is told the id, for it may be done twice. */
export interface EffectRequested {
  readonly type: 'EffectRequested'
  readonly data: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly payload: object
  }
}

export interface EffectDone {
  readonly type: 'EffectDone'
  readonly data: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly answer: object
    readonly at: string
  }
}

/** What a process waits for: it is in its stream until it was answered. */
export type ProcessRequest = TimerSet | CommandRequested | EffectRequested

/** What comes back to a process. */
export type ProcessAnswer = TimerFired | CommandAnswered | EffectDone

/** What stands in the streams of all processes, beside the events of their own. */
export type ProcessEvent = InputTaken | ProcessRequest | ProcessAnswer | TimerCancelled

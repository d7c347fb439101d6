import type { ComponentType } from 'react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { ProcessEvent } from '@/lib/kit/processes/process-events'
import type { EventKind } from '../view/event-kind'

/** What a process says of itself, beside what the streams of all processes have. */
export interface ProcessWords<Own = unknown, OwnEvent extends DomainEvent = DomainEvent> {
  /** What one of its instances is called within a sentence. */
  readonly noun: string
  /** What it asks for, by the names that it asks under: timers, commands and effects. */
  readonly asks: Readonly<Record<string, string>>
  readonly kinds: { readonly [Type in OwnEvent['type']]: EventKind }
  /** An event that all processes have, where there is more to say of it than they all do. */
  tell?(event: ProcessEvent): string | undefined
  /** What happened, of the events that it alone has. */
  sentence(event: OwnEvent): string
  /** Shows what it knows; left out, it is a tree of its values. */
  readonly Own?: ComponentType<{ readonly own: Own }>
}

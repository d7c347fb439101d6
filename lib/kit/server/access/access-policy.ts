import type { StreamName } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'

/** A stream as an application's policy judges it. */
export interface JudgedStream {
  readonly stream: StreamName
  /** Whose it is, as its first event says; undefined where it is nobody's. */
  readonly owner: string | undefined
}

/** An application's answers to who may do what. They are so for good: nothing but the person and the stream counts. */
export interface AccessPolicy<Person extends Identity = Identity> {
  maySee(person: Person, judged: JudgedStream): boolean
  /** May this person send a command of this type to the stream? */
  maySend(person: Person, judged: JudgedStream, commandType: string): boolean
  /** The types of streams of which this person may see any at all. */
  typesSeenBy(person: Person): readonly string[]
}

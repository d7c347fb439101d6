import type { DomainEvent } from '../../events/recorded-event'
import type { EventSubjects } from '../searchable-type'
import type { NameOf } from './matches-event'

/** What each subject was called when it was first named, told by a stream's events as they are handed in. */
export const createSubjectNames = (subjects: EventSubjects | undefined) => {
  const names = new Map<string, string>()
  return {
    keep: (event: DomainEvent): void => {
      const subject = subjects?.subjectOf(event)
      const name = subjects?.nameIn(event)
      if (subject !== undefined && name !== undefined && !names.has(subject)) names.set(subject, name)
    },
    nameOf: ((subject) => names.get(subject)) satisfies NameOf,
  }
}

import { exhaustive } from '../../kernel/exhaustive'
import type { ScannedEvent } from '../scan'
import type { EventSubjects } from '../searchable-type'
import type { FilterTerm, HistoryFilter } from './event-filter'
import { type TimeSpan, timeSpanOf } from './time-span'

/** What a subject was called when it was first named: later events may only have its id. */
export type NameOf = (subject: string) => string | undefined

type Matches = (event: ScannedEvent) => boolean

/** Makes a filter ready to be asked of many events. */
export const matchesEvent = (
  filter: HistoryFilter,
  subjects: EventSubjects | undefined,
  nameOf: NameOf,
): Matches => {
  const about = subjectReader(subjects, nameOf)
  const terms = filter.map((term): Matches => {
    const matches = matchesTerm(term, about)
    return term.negated ? (event) => !matches(event) : matches
  })
  return (event) => terms.every((matches) => matches(event))
}

/** What an event is about: its id, what it is called, and whether the event says so itself. */
interface About {
  readonly subject: string
  readonly name: string
  readonly isTold: boolean
}
type AboutOf = (event: ScannedEvent) => About | undefined

const subjectReader =
  (subjects: EventSubjects | undefined, nameOf: NameOf): AboutOf =>
  (event) => {
    const subject = subjects?.subjectOf(event)
    if (subject === undefined) return undefined
    const told = subjects?.nameIn(event)
    return { subject, name: told ?? nameOf(subject) ?? '', isTold: told !== undefined }
  }

const matchesTerm = (term: FilterTerm, aboutOf: AboutOf): Matches => {
  switch (term.type) {
    case 'type':
      return ({ type }) => term.types.includes(type)
    case 'actor': {
      const names = term.names.map(lower)
      return ({ actor }) => names.some((name) => actor.kind === name || lower(actor.id).startsWith(name))
    }
    case 'subject': {
      const names = term.names.map(lower)
      return (event) => isAbout(aboutOf(event), names)
    }
    case 'after':
    case 'before':
    case 'at':
      return inTime(term.type, timeSpanOf(term.time))
    case 'text': {
      const text = lower(term.text)
      return (event) => payloadText(event, aboutOf).includes(text)
    }
    default:
      return exhaustive(term)
  }
}

const inTime = (type: 'after' | 'before' | 'at', span: TimeSpan | undefined): Matches => {
  if (!span) return () => false
  if (type === 'after') return ({ at }) => at >= span.from
  if (type === 'before') return ({ at }) => at < span.from
  return ({ at }) => at >= span.from && at < span.until
}

const isAbout = (about: About | undefined, names: readonly string[]): boolean => {
  if (!about) return false
  const [subject, called] = [lower(about.subject), lower(about.name)]
  return names.some((name) => subject === name || called.includes(name))
}

/** All that an event's payload says, and the name of what it is about, a value on each line. */
const payloadText = (event: ScannedEvent, aboutOf: AboutOf): string => {
  const values: string[] = []
  collect(event.data, values)
  const about = aboutOf(event)
  if (about && !about.isTold) values.push(about.name)
  return lower(values.join('\n'))
}

const collect = (value: unknown, into: string[]): void => {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, into)
  else into.push(String(value))
}

const lower = (text: string): string => text.toLowerCase()

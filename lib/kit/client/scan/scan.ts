import { createSubjectNames } from '../../wire/event-filter/subject-names'
import type { ScannedEvent } from '../../wire/scan'
import type { SearchableType } from '../../wire/searchable-type'
import { type Asker, askerOf, type ScanQuestion } from './question'

/** Answers to a question, oldest first: those among the versions after `after`, up to `upTo`. */
export interface ScanFinding {
  readonly versions: Uint32Array<ArrayBuffer>
  /** When each occurred: milliseconds since 1970. */
  readonly times: Float64Array<ArrayBuffer>
  /** The type of each, by its place in the names of the stream's type. */
  readonly types: Uint8Array<ArrayBuffer>
  /** The version before the first that was asked; 0 where the answer begins, also when it begins anew. */
  readonly after: number
  readonly upTo: number
}

interface Asked {
  readonly asker: Asker
  upTo: number
}

/** All events of a stream from the first on, and questions that are asked of each of them once. */
export const createScan = (type: SearchableType) => {
  const events: ScannedEvent[] = []
  const names = createSubjectNames(type.subjects)
  const questions = new Map<number, Asked>()

  const keep = (event: ScannedEvent): void => {
    events.push(event)
    names.keep(event)
  }

  /** Takes in what follows, drops what is known; false when something between is missing. */
  const take = (more: readonly ScannedEvent[]): boolean => {
    for (const event of more) {
      if (event.version > events.length + 1) return false
      if (event.version === events.length + 1) keep(event)
    }
    return true
  }

  const answer = (asked: Asked, atMost: number): ScanFinding => {
    const { upTo: after } = asked
    const until = Math.min(events.length, after + atMost)
    const answers = events.slice(after, until).filter(asked.asker)
    asked.upTo = until
    return {
      versions: Uint32Array.from(answers, ({ version }) => version),
      times: Float64Array.from(answers, ({ at }) => at),
      types: Uint8Array.from(answers, (event) => type.eventNames.indexOf(event.type)),
      after,
      upTo: until,
    }
  }

  return {
    upTo: (): number => events.length,
    take,
    ask: (id: number, question: ScanQuestion): void => {
      questions.set(id, { asker: askerOf(type, question, names.nameOf), upTo: 0 })
    },
    stop: (id: number): void => {
      questions.delete(id)
    },
    /** Asks so many more events at most of one question; undefined when all were asked of all. */
    findMore: (atMost: number): { readonly id: number; readonly found: ScanFinding } | undefined => {
      for (const [id, asked] of questions)
        if (asked.upTo < events.length) return { id, found: answer(asked, atMost) }
      return undefined
    },
  }
}

import { cartEventTypeNames } from '../../protocol/event-filter/event-type-names'
import type { ScannedEvent } from '../../protocol/scan'
import { type Asker, askerOf, type Question } from './question'

/** Answers to a question, oldest first: those among the versions up to `upTo` that weren't told before. */
export interface Found {
  readonly versions: Uint32Array<ArrayBuffer>
  /** When each occurred: milliseconds since 1970. */
  readonly times: Float64Array<ArrayBuffer>
  /** The type of each, by its place in `cartEventTypeNames`. */
  readonly types: Uint8Array<ArrayBuffer>
  readonly upTo: number
}

interface Asked {
  readonly asker: Asker
  upTo: number
}

/** All events of a cart from the first on, and questions that are asked of each of them once. */
export const createScan = () => {
  const events: ScannedEvent[] = []
  const names = new Map<string, string>()
  const questions = new Map<number, Asked>()

  const keep = (event: ScannedEvent): void => {
    events.push(event)
    if (event.type !== 'ItemAdded') return
    const { productId, productName } = event.data
    if (!names.has(productId)) names.set(productId, productName)
  }

  /** Takes in what follows, drops what is known; false when something between is missing. */
  const take = (more: readonly ScannedEvent[]): boolean => {
    for (const event of more) {
      if (event.version > events.length + 1) return false
      if (event.version === events.length + 1) keep(event)
    }
    return true
  }

  const answer = (asked: Asked, atMost: number): Found => {
    const until = Math.min(events.length, asked.upTo + atMost)
    const answers = events.slice(asked.upTo, until).filter(asked.asker)
    asked.upTo = until
    return {
      versions: Uint32Array.from(answers, ({ version }) => version),
      times: Float64Array.from(answers, ({ at }) => at),
      types: Uint8Array.from(answers, ({ type }) => cartEventTypeNames.indexOf(type)),
      upTo: until,
    }
  }

  return {
    upTo: (): number => events.length,
    take,
    ask: (id: number, question: Question): void => {
      questions.set(id, { asker: askerOf(question, (productId) => names.get(productId)), upTo: 0 })
    },
    stop: (id: number): void => {
      questions.delete(id)
    },
    /** Asks so many more events at most of one question; undefined when all were asked of all. */
    findMore: (atMost: number): { readonly id: number; readonly found: Found } | undefined => {
      for (const [id, asked] of questions)
        if (asked.upTo < events.length) return { id, found: answer(asked, atMost) }
      return undefined
    },
  }
}

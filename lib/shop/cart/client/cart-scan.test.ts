import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, withMore } from '../../../kit/client/scan/answer'
import type { ScanQuestion } from '../../../kit/client/scan/question'
import { createScan } from '../../../kit/client/scan/scan'
import { holds } from '../../../kit/wire/condition/holds'
import { parseCondition, parseStreamValue } from '../../../kit/wire/condition/parse-condition'
import { parseEventFilter } from '../../../kit/wire/event-filter/parse-event-filter'
import type { ScannedEvent } from '../../../kit/wire/scan'
import { createCartStory, shopping } from '../../testing/cart-story'
import { cartCreated, itemAdded } from '../../testing/events'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import { cartVocabulary } from '../wire/cart-vocabulary'
import { searchableCart } from '../wire/searchable-cart'

const scanned = (events: readonly CartEvent[]): ScannedEvent[] =>
  events.map((event, index) => ({
    ...event,
    version: index + 1,
    at: index,
    actor: { kind: 'guest', id: 'g' },
  }))

const matches = (text: string): ScanQuestion & { type: 'matches' } => {
  const parsed = parseEventFilter(text, searchableCart)
  if (parsed.type !== 'parsed') throw new Error(text)
  return { type: 'matches', filter: parsed.filter }
}
const turns = (text: string): ScanQuestion & { type: 'turns' } => {
  const parsed = parseCondition(text, cartVocabulary)
  if (parsed.type !== 'parsed') throw new Error(text)
  return { type: 'turns', condition: parsed.found }
}
const changes = (text: string): ScanQuestion => {
  const parsed = parseStreamValue(text, cartVocabulary)
  if (parsed.type !== 'parsed') throw new Error(text)
  return { type: 'changes', value: parsed.found }
}

const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 2, reason: 'r' } }
const stream = scanned([cartCreated(), itemAdded('mug', 2), itemAdded('tea'), removed, itemAdded('mug')])

/** All answers, with at most `slice` events asked at a time and `piece` events arriving between. */
const answered = (
  events: readonly ScannedEvent[],
  question: ScanQuestion,
  slice = 100,
  piece = 100,
): Answer => {
  const scan = createScan(searchableCart)
  scan.ask(1, question)
  let answer: Answer | undefined
  for (let from = 0; from < events.length; from += piece) {
    scan.take(events.slice(from, from + piece))
    for (let more = scan.findMore(slice); more; more = scan.findMore(slice))
      answer = withMore(answer, more.found)
  }
  if (!answer) throw new Error('Nothing was asked')
  return answer
}

describe('a scan', () => {
  it('finds what matches, with when and what it was', () => {
    const answer = answered(stream, matches('product:"the mug"'))
    expect([...answer.versions]).toEqual([2, 4, 5])
    expect([...answer.times]).toEqual([1, 3, 4])
    expect([...answer.types]).toEqual([1, 2, 1])
    expect(answer.upTo).toBe(5)
  })

  it('finds where a condition turned, and where a value became another', () => {
    expect([...answered(stream, turns('has(mug)')).versions]).toEqual([2, 4, 5])
    expect([...answered(stream, turns('status = none')).versions]).toEqual([1])
    expect([...answered(stream, changes('items[tea].quantity')).versions]).toEqual([3])
    expect([...answered(stream, changes('items')).versions]).toEqual([2, 3, 4, 5])
    expect([...answered(stream, changes('status')).versions]).toEqual([1])
  })

  it('finds where runs begin: another kind, another product, or a long rest before', () => {
    const again = [...stream, ...scanned([itemAdded('mug'), itemAdded('mug')])].map((event, index) => ({
      ...event,
      version: index + 1,
      at: index < 6 ? index : index + 30 * 60_000,
    }))
    expect([...answered(again, { type: 'runs', filter: [] }).versions]).toEqual([1, 2, 3, 4, 5, 7])
    const { filter } = matches('product:mug -type:ItemRemoved')
    expect([...answered(again, { type: 'runs', filter }).versions]).toEqual([2, 7])
  })

  it('takes each version once and in order', () => {
    const scan = createScan(searchableCart)
    expect(scan.take(stream.slice(0, 2))).toBe(true)
    expect(scan.take(stream.slice(0, 3))).toBe(true)
    expect(scan.take(stream.slice(4))).toBe(false)
    expect(scan.upTo()).toBe(3)
  })

  it('answers no more once it is told to stop', () => {
    const scan = createScan(searchableCart)
    scan.ask(1, matches(''))
    scan.ask(2, matches('tea'))
    scan.take(stream)
    scan.stop(1)
    expect(scan.findMore(9)?.id).toBe(2)
    expect(scan.findMore(9)).toBeUndefined()
  })
})

const story = fc.array(shopping, { maxLength: 30 }).map((commands) => {
  const told = createCartStory()
  for (const command of commands) told.tell(command)
  return told
})
const question = fc.constantFrom<ScanQuestion>(
  matches('type:ItemAdded -product:a'),
  turns('total > 20 and not has(b)'),
  changes('quantity(a)'),
  { type: 'runs', filter: [] },
  { type: 'runs', filter: matches('product:a').filter },
)

describe('whatever the cart', () => {
  it('turns are where the condition is another than at the version before', () => {
    const asked = turns('total > 20 or quantity(a) = 3')
    const isTrue = holds(asked.condition, cartVocabulary)
    fc.assert(
      fc.property(story, ({ events, stateAt }) => {
        const expected = events
          .map((_, index) => index + 1)
          .filter((version) => isTrue(stateAt(version)) !== isTrue(stateAt(version - 1)))
        expect([...answered(scanned(events), asked).versions]).toEqual(expected)
      }),
    )
  })

  it('answers are the same in whatever pieces events arrive and are asked', () => {
    const size = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(story, question, size, size, ({ events }, asked, slice, piece) => {
        const all = scanned(events)
        expect(answered(all, asked, slice, piece)).toEqual(answered(all, asked))
      }),
    )
  })

  it('a long one is scanned in pieces that each ask no more than they may', () => {
    const scan = createScan(searchableCart)
    scan.take(scanned([cartCreated(), ...Array.from({ length: 999 }, () => itemAdded())]))
    scan.ask(1, turns(`count > 500 and status = ${cart.initial('').status}`))
    expect(scan.findMore(600)?.found.upTo).toBe(600)
    expect(scan.findMore(600)?.found.upTo).toBe(1_000)
  })
})

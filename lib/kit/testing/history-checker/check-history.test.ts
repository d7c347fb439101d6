import { describe, expect, it } from 'vitest'
import { checkHistory } from './check-history'
import type { Attempt, CheckedOperation, CheckedOutcome, LoggedEvent } from './operation'

/** The log's events in order: `a1` is the event `a1` of stream `a`. */
const logOf = (...ids: string[]): LoggedEvent[] => {
  const heads = new Map<string, number>()
  return ids.map((eventId, index) => {
    const stream = eventId.charAt(0)
    const version = (heads.get(stream) ?? 0) + 1
    heads.set(stream, version)
    return { eventId, stream, version, position: index + 1, type: 'Happened', tags: [stream] }
  })
}

type Times = readonly [calledAt: number, answeredAt: number]

const operation = (
  [calledAt, answeredAt]: Times,
  ids: string,
  expected: CheckedOperation['appends'][0]['expected'],
  outcome: CheckedOutcome,
): CheckedOperation => {
  const eventIds = ids.split(' ')
  return { appends: [{ stream: ids.charAt(0), expected, eventIds }], calledAt, answeredAt, outcome }
}

const written = (
  times: Times,
  ids: string,
  expected: CheckedOperation['appends'][0]['expected'],
  version: number,
  position = version,
) => operation(times, ids, expected, { type: 'written', heads: [{ version, position }] })

const conflict = (times: Times, id: string, expected: number | 'none' | 'exists', actual: number) =>
  operation(times, id, expected, { type: 'refused', actual: [actual] })

const unknown = (calledAt: number, ids: string, expected: number) =>
  operation([calledAt, Number.POSITIVE_INFINITY], ids, expected, { type: 'unknown' })

const found = (operations: CheckedOperation[], log: LoggedEvent[]) =>
  checkHistory(operations, log).map(({ type }) => type)

const first = written([0, 10], 'a1', 'none', 1)

describe('a history that holds', () => {
  it('one after another', () => {
    expect(found([first, written([20, 30], 'a2 a3', 1, 3)], logOf('a1', 'a2', 'a3'))).toEqual([])
  })

  it('at the same time, in either order', () => {
    const two = written([5, 15], 'a2', 'any', 2)
    expect(found([first, two], logOf('a1', 'a2'))).toEqual([])
    expect(found([written([0, 10], 'a1', 1, 2), written([5, 15], 'a2', 0, 1)], logOf('a2', 'a1'))).toEqual([])
  })

  it('with a conflict that saw the version in its time', () => {
    const before = conflict([5, 25], 'ax', 'exists', 0)
    const between = conflict([11, 25], 'ay', 7, 1)
    const after = conflict([25, 40], 'az', 'none', 2)
    const log = logOf('a1', 'a2')
    expect(found([first, written([20, 30], 'a2', 1, 2), before, between, after], log)).toEqual([])
  })

  it('with one that was cut off, whether it was written or not', () => {
    expect(found([first, unknown(20, 'a2', 1)], logOf('a1', 'a2'))).toEqual([])
    expect(found([first, unknown(20, 'a2', 1)], logOf('a1'))).toEqual([])
    const overtaken = [first, unknown(5, 'a2', 2), written([30, 40], 'a3', 1, 2)]
    expect(found(overtaken, logOf('a1', 'a3', 'a2'))).toEqual([])
  })

  it('with several streams at once', () => {
    const together: CheckedOperation = {
      appends: [
        { stream: 'a', expected: 1, eventIds: ['a2'] },
        { stream: 'b', expected: 'none', eventIds: ['b1'] },
      ],
      condition: { queries: [{ tags: ['c'] }], after: 0 },
      calledAt: 20,
      answeredAt: 30,
      outcome: {
        type: 'written',
        heads: [
          { version: 2, position: 2 },
          { version: 1, position: 3 },
        ],
      },
    }
    expect(found([first, together], logOf('a1', 'a2', 'b1'))).toEqual([])
  })
})

describe('a log that is broken', () => {
  const two = [first, written([20, 30], 'a2', 1, 2)]
  const [one, other] = logOf('a1', 'a2') as [LoggedEvent, LoggedEvent]

  it('by a gap', () => {
    expect(found(two, [one, { ...other, position: 3 }])).toContain('PositionGap')
    expect(found(two, [one, { ...other, version: 3 }])).toContain('VersionGap')
    expect(found(two, [other, one])).toEqual(expect.arrayContaining(['PositionGap', 'VersionGap']))
  })

  it('by a double', () => {
    expect(found(two, [one, other, { ...other, version: 3, position: 3 }])).toContain('Doubled')
  })

  it('by what nobody asked for', () => {
    expect(found([first], [one, other])).toEqual(['Unasked'])
  })
})

describe('an answer that was not true', () => {
  it('acknowledged what is lost', () => {
    expect(found([first, written([20, 30], 'a2', 1, 2)], logOf('a1'))).toEqual(['Lost'])
  })

  it('refused what was kept', () => {
    expect(found([first, conflict([20, 30], 'a2', 0, 1)], logOf('a1', 'a2'))).toContain('Kept')
  })

  it('kept half of it', () => {
    expect(found([first, unknown(20, 'a2 a3', 1)], logOf('a1', 'a2'))).toEqual(['Torn'])
    const cut = [first, written([20, 30], 'a2 a4', 1, 4), written([20, 30], 'a3', 2, 3)]
    expect(found(cut, logOf('a1', 'a2', 'a3', 'a4'))).toContain('Torn')
  })

  it('said another place', () => {
    expect(found([first, written([20, 30], 'a2', 1, 3)], logOf('a1', 'a2'))).toEqual(['Misplaced'])
    expect(found([first, written([20, 30], 'a2', 1, 2, 3)], logOf('a1', 'a2'))).toEqual(['Misplaced'])
  })

  it.each([0, 2, 'none'] as const)('was written though %s was expected', (expected) => {
    expect(found([first, written([20, 30], 'a2', expected, 2)], logOf('a1', 'a2'))).toEqual([
      'UnexpectedVersion',
    ])
  })

  it('was refused without a ground', () => {
    expect(found([first, conflict([20, 30], 'a2', 1, 1)], logOf('a1'))).toEqual(['GroundlessConflict'])
    expect(found([first, conflict([20, 30], 'a2', 5, 9)], logOf('a1'))).toEqual(['GroundlessConflict'])
    const inside = [first, written([20, 30], 'a2 a3', 1, 3), conflict([20, 30], 'a4', 5, 2)]
    expect(found(inside, logOf('a1', 'a2', 'a3'))).toEqual(['GroundlessConflict'])
  })

  it('overlooked the condition, or saw what is not there', () => {
    const condition = { queries: [{ tags: ['b'], types: ['Happened'] }], after: 1 }
    const log = logOf('a1', 'b1', 'a2')
    const others = [first, written([12, 14], 'b1', 'any', 1, 2)]
    const broken = { ...written([20, 30], 'a2', 1, 2, 3), condition }
    expect(found([...others, broken], log)).toEqual(['BrokenCondition'])
    expect(found([...others, { ...broken, condition: { ...condition, after: 2 } }], log)).toEqual([])
    const outdated = (position: number) => ({
      ...operation([20, 30], 'a9', 1, { type: 'outdated', position }),
      condition,
    })
    const told = (position: number) => found([...others, outdated(position)], logOf('a1', 'b1'))
    expect([1, 2, 3].map(told)).toEqual([['GroundlessCondition'], [], ['GroundlessCondition']])
  })
})

describe('a check', () => {
  const check = (expected: Attempt['expected'], version: number, position: number): CheckedOperation => ({
    appends: [{ stream: 'a', expected, eventIds: [] }],
    calledAt: 11,
    answeredAt: 40,
    outcome: { type: 'written', heads: [{ version, position }] },
  })
  const others = [first, written([20, 30], 'a2', 1, 2)]
  const log = logOf('a1', 'a2')

  it('holds of the version its stream was at', () => {
    expect(found([...others, check(1, 1, 1), check('exists', 2, 2), check(0, 0, 0)], log)).toEqual([])
  })

  it('has no ground in a version that the stream was not at, or that was not expected', () => {
    expect(found([...others, check(1, 1, 2)], log)).toEqual(['GroundlessCheck'])
    expect(found([...others, check(1, 2, 2)], log)).toEqual(['GroundlessCheck'])
  })

  it('overlooked its condition', () => {
    const under = (after: number) => ({
      ...check('any', 2, 2),
      condition: { queries: [{ tags: ['a'], after }] },
    })
    expect(found([...others, under(1)], log)).toEqual(['BrokenCondition'])
    expect(found([...others, under(2)], log)).toEqual([])
  })
})

describe('an order that time contradicts', () => {
  it('of appends to one stream', () => {
    const late = [written([20, 30], 'a1', 'any', 1), written([0, 10], 'a2', 'any', 2)]
    expect(found(late, logOf('a1', 'a2'))).toContain('Reordered')
  })

  it('of appends to two streams', () => {
    const late = [written([20, 30], 'a1', 'any', 1, 1), written([0, 10], 'b1', 'any', 1, 2)]
    expect(found(late, logOf('a1', 'b1'))).toEqual(['Reordered'])
  })

  it('of one that was cut off and took effect before its call', () => {
    expect(found([unknown(50, 'a1', 0), written([0, 10], 'a2', 1, 2)], logOf('a1', 'a2'))).toContain(
      'Reordered',
    )
  })

  it('of a conflict with an append', () => {
    const second = written([20, 30], 'a2', 1, 2)
    const stale = conflict([40, 50], 'a3', 7, 1)
    const early = conflict([0, 15], 'a3', 7, 2)
    expect(found([first, second, stale], logOf('a1', 'a2'))).toEqual(['Reordered'])
    expect(found([first, second, early], logOf('a1', 'a2'))).toEqual(['Reordered'])
  })

  it('of two conflicts, though each alone would do', () => {
    const slow = written([20, 90], 'a2', 1, 2)
    const [new_, old] = [conflict([30, 40], 'a8', 7, 2), conflict([50, 60], 'a9', 7, 1)]
    const log = logOf('a1', 'a2')
    expect(found([first, slow, new_], log)).toEqual([])
    expect(found([first, slow, old], log)).toEqual([])
    expect(found([first, slow, new_, old], log)).toEqual(['Reordered'])
  })
})

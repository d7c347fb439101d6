import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGate } from './gate'

const limits = { atOnce: 3, atOncePerKey: 2, waiting: 5, waitingPerKey: 4 }

const open = (over = {}) => {
  const gate = createGate({ ...limits, ...over })
  const turns: string[] = []
  const leaves: (() => void)[] = []
  const enter = (key: string, name = key) =>
    gate.enter(key, (leave) => {
      turns.push(name)
      leaves.push(leave)
    })
  return { gate, turns, leaves, enter }
}

describe('a gate', () => {
  it('keeps room for others however many one key asks for', () => {
    const { turns, enter } = open()
    for (let nth = 0; nth < 6; nth++) enter('greedy')
    enter('other')
    expect(turns).toEqual(['greedy', 'greedy', 'other'])
  })

  it('lets keys take turns, whoever came first', () => {
    const { turns, leaves, enter } = open({ atOnce: 1, atOncePerKey: 1 })
    for (const name of ['a1', 'a2', 'a3']) enter('a', name)
    for (const name of ['b1', 'b2']) enter('b', name)
    for (let nth = 0; nth < 4; nth++) leaves[nth]?.()
    expect(turns).toEqual(['a1', 'a2', 'b1', 'a3', 'b2'])
  })

  it('says at whom it is full', () => {
    const { enter } = open()
    for (let nth = 0; nth < 6; nth++) expect(enter('greedy').type).not.toBe('full')
    expect(enter('greedy')).toEqual({ type: 'full', of: 'key' })
    for (const key of ['b', 'c']) expect(enter(key).type).not.toBe('full')
    expect(enter('d')).toEqual({ type: 'full', of: 'all' })
  })

  it('forgets who gives up waiting, and who leaves twice leaves once', () => {
    const { gate, turns, leaves, enter } = open({ atOnce: 1 })
    enter('a')
    const waiting = enter('b')
    expect(waiting.type === 'waiting' && waiting.cancel()).toBe(true)
    expect(waiting.type === 'waiting' && waiting.cancel()).toBe(false)
    leaves[0]?.()
    leaves[0]?.()
    enter('c')
    enter('d')
    expect(turns).toEqual(['a', 'c'])
    expect(gate.counts()).toEqual({ inside: 1, waiting: 1 })
  })

  it('never lets in more than it may, and nobody waits beside a free place', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const gate = createGate(limits)
        const inside: { key: string; leave: () => void }[] = []
        const waits = new Map<string, number>()
        for (const { key, leaves } of steps) {
          if (leaves) inside.shift()?.leave()
          else {
            waits.set(key, (waits.get(key) ?? 0) + 1)
            const entered = gate.enter(key, (leave) => {
              waits.set(key, (waits.get(key) ?? 0) - 1)
              inside.push({ key, leave })
            })
            if (entered.type === 'full') waits.set(key, (waits.get(key) ?? 0) - 1)
          }
          const of = (each: string) => inside.filter((one) => one.key === each).length
          expect(inside.length).toBeLessThanOrEqual(limits.atOnce)
          for (const each of ['a', 'b', 'c']) {
            expect(of(each)).toBeLessThanOrEqual(limits.atOncePerKey)
            const isFree = inside.length < limits.atOnce && of(each) < limits.atOncePerKey
            if (isFree) expect(waits.get(each) ?? 0).toBe(0)
          }
        }
        expect(gate.counts().inside).toBe(inside.length)
      }),
    )
  })
})

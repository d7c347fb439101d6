import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsOf, stateAfter, truthBeside, withSteps } from '../../kit/history/what-if'
import { insertStep, moveStep, replaceStep, resetStep, skipStep } from '../../kit/history/what-if-steps'
import { cart } from '../../shop/cart/cart'
import type { CartEvent } from '../../shop/cart/events'
import { beginCartBranch, type CartBranch } from '../../shop/cart/what-if-cart'
import { createCartStory, shopping } from '../../shop/testing/cart-story'
import { itemAdded, recorded } from '../../shop/testing/events'

const anyNumber = fc.nat(1_000)

/** A cart as a shopper made it, with restores, and where a branch of it begins: after a whole command. */
const told = fc
  .tuple(fc.array(fc.oneof({ weight: 5, arbitrary: shopping }, anyNumber), { maxLength: 30 }), anyNumber)
  .map(([commands, at]) => {
    const story = createCartStory()
    const wholes = [0, 1]
    for (const command of commands) {
      if (typeof command === 'number') story.restore(1 + (command % story.events.length))
      else story.tell(command)
      wholes.push(story.events.length)
    }
    const base = story.stateAt(wholes[at % wholes.length] ?? 0)
    return { story, branch: beginCartBranch(base, recorded(story.events.slice(base.version))) }
  })

type Edit = (steps: CartBranch['steps']) => CartBranch['steps']
const put = (quantity: number): CartEvent[] => [itemAdded('b', quantity, 500)]

const edit: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(5), anyNumber, anyNumber, fc.integer({ min: 1, max: 12 }))
  .map(([kind, one, other, quantity]) => (steps) => {
    const [index, to] = [one % Math.max(1, steps.length), other % Math.max(1, steps.length)]
    if (kind === 0) return skipStep(steps, index, true)
    if (kind === 1) return replaceStep(steps, index, put(quantity))
    if (kind === 2) return insertStep(steps, index, put(quantity))
    if (kind === 3) return resetStep(steps, index)
    return moveStep(steps, index, to)
  })

const edited = (branch: CartBranch, edits: readonly Edit[]): CartBranch =>
  edits.reduce((now, change) => withSteps(now, change(now.steps)), branch)

const types = ({ outcomes }: CartBranch) => outcomes.map(({ judgement }) => judgement.type)

describe('laws of a branch', () => {
  it('is truth where nothing was edited, and the rules agree to all of it', () => {
    fc.assert(
      fc.property(told, ({ story, branch }) => {
        for (const [index, { truth }] of branch.steps.entries()) {
          expect(stateAfter(branch, index + 1)).toEqual(story.stateAt(truth?.version ?? -1))
          expect(truthBeside(branch, index + 1)).toEqual(stateAfter(branch, index + 1))
        }
        expect(stateAfter(branch, branch.steps.length)).toEqual(story.now())
        expect(new Set(types(branch))).toEqual(new Set(branch.steps.length > 0 ? ['accepted'] : []))
      }),
    )
  })

  it('is the same however it came to its steps', () => {
    fc.assert(
      fc.property(told, fc.array(edit, { maxLength: 12 }), ({ branch }, edits) => {
        const now = edited(branch, edits)
        const afresh = withSteps({ ...branch, steps: [], outcomes: [] }, now.steps)
        expect(now.outcomes).toEqual(afresh.outcomes)
        expect(now.outcomes).toHaveLength(now.steps.length)
      }),
    )
  })

  it('is truth again when a step is skipped and taken in, or moved there and back', () => {
    fc.assert(
      fc.property(told, anyNumber, anyNumber, ({ branch }, one, other) => {
        const count = Math.max(1, branch.steps.length)
        const [from, to] = [one % count, other % count]
        const there = edited(branch, [
          (steps) => skipStep(steps, from, true),
          (steps) => moveStep(steps, from, to),
        ])
        const back = edited(there, [(steps) => moveStep(steps, to, from), (steps) => resetStep(steps, from)])
        expect(back.steps).toEqual(branch.steps)
        expect(back.outcomes).toEqual(branch.outcomes)
      }),
    )
  })

  it('keeps to the rules: what it comes to is what its commands come to', () => {
    fc.assert(
      fc.property(told, fc.array(edit, { maxLength: 8 }), ({ branch }, edits) => {
        const now = edited(branch, edits)
        expect(cart.fold(now.base, eventsOf(now))).toEqual(stateAfter(now, now.steps.length))
        const most = branch.base.items.reduce((high, { quantity }) => Math.max(high, quantity), 10)
        for (const [index, { state }] of now.outcomes.entries()) {
          expect(state.items.every(({ quantity }) => quantity >= 1 && quantity <= most)).toBe(true)
          const before = stateAfter(now, index)
          if (['refused', 'idle', 'skipped'].includes(types(now)[index] ?? '')) expect(state).toBe(before)
        }
      }),
    )
  })

  it('keeps what stands before an edit', () => {
    fc.assert(
      fc.property(told, anyNumber, ({ branch }, one) => {
        const index = one % Math.max(1, branch.steps.length)
        const now = withSteps(branch, skipStep(branch.steps, index, true))
        for (let at = 0; at < index; at++) expect(now.outcomes[at]).toBe(branch.outcomes[at])
      }),
    )
  })

  it('takes what was never asked for as it happened, until it is altered', () => {
    const imported: CartEvent[] = [
      { type: 'CartCreated', data: { customerId: 'c-1' } },
      itemAdded('mug', 1),
      itemAdded('lamp', 40),
    ]
    const branch = beginCartBranch(cart.initial('c'), imported)
    expect(types(branch)).toEqual(['accepted', 'accepted', 'waived'])
    const later = edited(branch, [(steps) => skipStep(steps, 1, true)])
    expect(types(later)).toEqual(['accepted', 'skipped', 'waived'])
    expect(stateAfter(later, 3).items).toMatchObject([{ productId: 'lamp', quantity: 40 }])
    const altered = edited(branch, [(steps) => replaceStep(steps, 2, [itemAdded('lamp', 39)])])
    expect(types(altered)).toEqual(['accepted', 'accepted', 'refused'])
  })
})

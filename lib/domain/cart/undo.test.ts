import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCartStory, shopping } from '../../testing/cart-story'
import { cartCreated, itemAdded } from '../../testing/events'
import type { CartEvent } from './events'
import type { CartItem } from './state'
import { undoTargets } from './undo'

const restored = (fromVersion: number, toVersion: number): CartEvent => ({
  type: 'CartRestored',
  data: { fromVersion, toVersion, reason: 'undo' },
})
const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'undo' } }

/** Events with the command each came from. */
const targets = (...events: readonly [CartEvent, string][]) =>
  undoTargets(
    events.map(([event]) => event),
    (index) => events[index]?.[1] ?? '',
  )

const bought: readonly [CartEvent, string][] = [
  [cartCreated(), 'create'],
  [itemAdded('mug'), 'first'],
  [itemAdded('lamp'), 'second'],
]

describe('undo and redo', () => {
  it('have nothing to do on a new cart', () => {
    expect(targets()).toEqual({ undo: undefined, redo: undefined })
    expect(targets([cartCreated(), 'create'])).toEqual({ undo: undefined, redo: undefined })
  })

  it('lead one change back, and forward again', () => {
    expect(targets(...bought)).toEqual({ undo: 2, redo: undefined })
    expect(targets(...bought, [removed, 'undo'], [restored(3, 2), 'undo'])).toEqual({ undo: 1, redo: 3 })
  })

  it('take what one command did as one', () => {
    expect(targets(...bought, [removed, 'both'], [itemAdded('tea'), 'both']).undo).toBe(3)
  })

  it('never take back the creation, even if the first change came with it', () => {
    expect(targets([cartCreated(), 'first'], [itemAdded('mug'), 'first'])).toEqual({
      undo: 1,
      redo: undefined,
    })
  })

  it('end with the cart', () => {
    expect(targets(...bought, [{ type: 'CartAbandoned', data: { reason: 'r' } }, 'end'])).toEqual({
      undo: undefined,
      redo: undefined,
    })
  })

  it('walk as an editor does, whatever is done in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(shopping, fc.constantFrom('undo', 'redo')), { maxLength: 60 }),
        (steps) => {
          const story = createCartStory()
          const editor = createEditor(story.now().items)
          for (const step of steps) {
            const to = undoTargets(story.events, story.commandOf)
            if (step === 'undo' || step === 'redo') {
              expect(to[step] !== undefined).toBe(editor.can(step))
              if (to[step] === undefined) continue
              editor.go(step)
              story.restore(to[step])
            } else if (story.tell(step).length > 0) editor.change(story.now().items)
            expect(story.now().items).toEqual(editor.shown())
          }
        },
      ),
    )
  })

  it('a restore to any version is itself taken back by one step', () => {
    fc.assert(
      fc.property(fc.array(shopping, { minLength: 1, maxLength: 20 }), fc.nat(), (commands, at) => {
        const story = createCartStory()
        for (const command of commands) story.tell(command)
        const before = story.now().items
        if (story.restore(1 + (at % story.events.length)).length === 0) return
        const { undo, redo } = undoTargets(story.events, story.commandOf)
        const reached = [undo, redo].flatMap((version) =>
          version === undefined ? [] : [story.stateAt(version).items],
        )
        expect(reached).toContainEqual(before)
      }),
    )
  })

  it('undone to the end, a cart is as it was created', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shopping, fc.nat(99)), { maxLength: 20 }), (steps) => {
        const story = createCartStory()
        for (const step of steps) {
          if (typeof step === 'number') story.restore(1 + (step % story.events.length))
          else story.tell(step)
        }
        const undo = () => undoTargets(story.events, story.commandOf).undo
        for (let to = undo(); to !== undefined; to = undo()) story.restore(to)
        expect(story.now()).toMatchObject({ status: 'active', items: [] })
      }),
    )
  })
})

/** What everybody knows of undo: all that was shown, and a place in it. */
const createEditor = (first: readonly CartItem[]) => {
  const shown = [first]
  let at = 0
  return {
    shown: () => shown[at],
    change: (items: readonly CartItem[]) => shown.splice(++at, shown.length, items),
    can: (way: 'undo' | 'redo') => (way === 'undo' ? at > 0 : at < shown.length - 1),
    go: (way: 'undo' | 'redo') => {
      at += way === 'undo' ? -1 : 1
    },
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCartStory, shopping } from '../testing/cart-story'
import { cartCreated, itemAdded } from '../testing/events'
import type { CartCommand } from './commands'
import type { CartEvent, UndoStep } from './events'
import { holdsTheSame } from './restore'
import type { CartItem } from './state'
import { undoTargets } from './undo'

const restored = (fromVersion: number, toVersion: number, step?: UndoStep): CartEvent => ({
  type: 'CartRestored',
  data: { fromVersion, toVersion, ...(step && { step }) },
})
const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1 } }

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

  it('lead one act back, and forward again', () => {
    expect(targets(...bought)).toEqual({ undo: 2, redo: undefined })
    expect(targets(...bought, [removed, 'undo'], [restored(3, 2, 'undo'), 'undo'])).toEqual({
      undo: 1,
      redo: 3,
    })
  })

  it('take a restore as the act it is, also one to where an undo would lead', () => {
    const toLast: readonly [CartEvent, string][] = [...bought, [removed, 'back'], [restored(3, 2), 'back']]
    expect(targets(...toLast)).toEqual({ undo: 3, redo: undefined })
    const undone = targets(...toLast, [itemAdded('lamp'), 'u'], [restored(5, 3, 'undo'), 'u'])
    expect(undone).toEqual({ undo: 2, redo: 5 })
  })

  it('take a step to anywhere else as an act of its own', () => {
    expect(targets(...bought, [removed, 'odd'], [restored(3, 1, 'undo'), 'odd'])).toEqual({
      undo: 3,
      redo: undefined,
    })
  })

  it('have nothing to do on a cart that was left alone, and pass over that once it is taken up again', () => {
    const idleSince = '2026-11-01T10:00:00.000Z'
    const left: CartEvent = { type: 'CartAbandoned', data: { reason: 'Left alone', idleSince } }
    const reopened: CartEvent = { type: 'CartReopened', data: { idleSince } }
    expect(targets(...bought, [left, 'left'])).toEqual({ undo: undefined, redo: undefined })
    expect(targets(...bought, [left, 'left'], [reopened, 'third'], [itemAdded('tray'), 'third'])).toEqual({
      undo: 3,
      redo: undefined,
    })
  })

  it('pass over prices that changed, alone or before what was done', () => {
    const prices = { oldPrice: { amount: 1, currency: 'USD' }, newPrice: { amount: 2, currency: 'USD' } }
    const repriced: CartEvent = { type: 'ItemRepriced', data: { productId: 'mug', ...prices } }
    expect(targets(...bought, [repriced, 'alone'])).toEqual({ undo: 2, redo: undefined })
    const tea = [...bought, [repriced, 'third'], [itemAdded('tea'), 'third']] as [CartEvent, string][]
    expect(targets(...tea)).toEqual({ undo: 3, redo: undefined })
    for (const place of [3, 4]) {
      const undone = targets(...tea, [repriced, 'u'], [removed, 'u'], [restored(5, place, 'undo'), 'u'])
      expect(undone).toEqual({ undo: 2, redo: 5 })
    }
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

  it('walk as an editor does, whatever is done in between, restores too', () => {
    const steps = fc.array(fc.oneof(shopping, fc.nat(99), fc.constantFrom('undo', 'redo')), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (all) => {
        const story = createCartStory()
        const editor = createEditor(story.now().items)
        for (const step of all) {
          const to = undoTargets(story.events, story.commandOf)
          if (step === 'undo' || step === 'redo') {
            expect(to[step] !== undefined).toBe(editor.can(step))
            if (to[step] === undefined) continue
            editor.go(step)
            story.restore(to[step], { step })
          } else if (actOf(story, step).length > 0) editor.change(story.now().items)
          expect(holdsTheSame(story.now().items, editor.shown() ?? [])).toBe(true)
        }
      }),
    )
  })

  it('takes a restore back to where it came from: what its toast offers is what the header does', () => {
    const steps = fc.array(fc.oneof(shopping, fc.nat(99), fc.constantFrom('undo', 'redo')), { maxLength: 20 })
    fc.assert(
      fc.property(steps, fc.nat(99), (all, at) => {
        const [byHeader, byToast] = [createCartStory(), createCartStory()]
        for (const story of [byHeader, byToast]) for (const step of all) walk(story, step)
        const before = byHeader.now()
        if (actOf(byHeader, at).length === 0) return
        actOf(byToast, at)
        const { undo = 0 } = undoTargets(byHeader.events, byHeader.commandOf)
        byHeader.restore(undo, { step: 'undo' })
        byToast.restore(before.version, { step: 'undo' })
        for (const story of [byHeader, byToast])
          expect(holdsTheSame(story.now().items, before.items)).toBe(true)
        expect(undoTargets(byToast.events, byToast.commandOf)).toEqual(
          undoTargets(byHeader.events, byHeader.commandOf),
        )
      }),
    )
  })

  it('undone to the end, a cart is as it was created', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shopping, fc.nat(99)), { maxLength: 20 }), (steps) => {
        const story = createCartStory()
        for (const step of steps) actOf(story, step)
        const undo = () => undoTargets(story.events, story.commandOf).undo
        for (let to = undo(); to !== undefined; to = undo()) story.restore(to, { step: 'undo' })
        expect(story.now()).toMatchObject({ status: 'active', items: [] })
      }),
    )
  })
})

type Story = ReturnType<typeof createCartStory>

/** A command, or a restore to some version. */
const actOf = (story: Story, step: CartCommand | number): readonly CartEvent[] =>
  typeof step === 'number' ? story.restore(1 + (step % story.events.length)) : story.tell(step)

const walk = (story: Story, step: CartCommand | number | UndoStep): void => {
  if (step !== 'undo' && step !== 'redo') return void actOf(story, step)
  const to = undoTargets(story.events, story.commandOf)[step]
  if (to !== undefined) story.restore(to, { step })
}

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

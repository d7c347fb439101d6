import { describe, expect, it } from 'vitest'
import { eventsOf, stateAfter, truthBeside, withSteps } from '../../kit/history/what-if'
import { insertStep, moveStep, replaceStep, resetStep, skipStep } from '../../kit/history/what-if-steps'
import { cartTotal } from '../../shop/cart/state'
import { beginCartBranch, type CartBranch } from '../../shop/cart/what-if-cart'
import { createCartStory } from '../../shop/testing/cart-story'
import { itemAdded } from '../../shop/testing/events'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const offer = (name: string, amount: number) => ({ name, unitPrice: { amount, currency: 'USD' } })

/** Created, two mugs, a lamp, five mugs, back to version 3, checked out. */
const shopped = (): CartBranch => {
  const story = createCartStory()
  story.tell({ type: 'AddItem', productId: 'mug', quantity: 2, product: offer('Mug', 100) })
  story.tell({ type: 'AddItem', productId: 'lamp', quantity: 1, product: offer('Lamp', 1_000) })
  story.tell({ type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 5 })
  story.restore(3)
  const shippingAddress = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
  story.tell({ type: 'Checkout', paymentMethod: 'card', shippingAddress })
  return beginCartBranch(story.stateAt(0), story.events)
}

const judgements = ({ outcomes }: CartBranch) => outcomes.map(({ judgement }) => judgement)
const totals = ({ outcomes }: CartBranch) => outcomes.map(({ state }) => cartTotal(state).amount)

describe('a branch', () => {
  it('has one step for each command', () => {
    const branch = shopped()
    expect(branch.steps.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['CartCreated'],
      ['ItemAdded'],
      ['ItemAdded'],
      ['ItemQuantityChanged'],
      ['ItemQuantityChanged', 'CartRestored'],
      ['CartCheckedOut'],
    ])
    expect(totals(branch)).toEqual([0, 200, 1_200, 1_500, 1_200, 1_200])
  })

  it('goes on as the rules have it when a step is skipped: restores and totals are others', () => {
    const branch = shopped()
    const now = withSteps(branch, skipStep(branch.steps, 2, true))
    expect(judgements(now)).toMatchObject([
      { type: 'accepted' },
      { type: 'accepted' },
      { type: 'skipped' },
      { type: 'accepted' },
      // Back to that moment as the branch had it: without the lamp.
      { type: 'adjusted', events: [{ type: 'ItemQuantityChanged' }, { type: 'CartRestored' }] },
      { type: 'adjusted', events: [{ data: { totalAmount: { amount: 200 } } }] },
    ])
    expect(totals(now)).toEqual([0, 200, 200, 500, 200, 200])
    expect(cartTotal(truthBeside(now, 4)).amount).toBe(1_500)
  })

  it('goes back to its own past, where it has one', () => {
    const branch = shopped()
    const now = withSteps(branch, replaceStep(branch.steps, 1, [itemAdded('mug', 3, 100)]))
    expect(totals(now)).toEqual([0, 300, 1_300, 1_500, 1_300, 1_300])
    expect(judgements(now).at(-1)).toMatchObject({
      type: 'adjusted',
      events: [{ type: 'CartCheckedOut', data: { totalAmount: { amount: 1_300, currency: 'USD' } } }],
    })
  })

  it('marks what the rules refuse with the rule, and leaves it out', () => {
    const branch = shopped()
    const early = withSteps(branch, moveStep(branch.steps, 5, 0))
    expect(judgements(early)[0]).toEqual({ type: 'refused', rejection: { type: 'CartNotFound' } })
    expect(stateAfter(early, 6).status).toBe('active')

    const closed = withSteps(branch, moveStep(branch.steps, 5, 3))
    expect(judgements(closed).slice(4)).toEqual([
      { type: 'refused', rejection: { type: 'CartAlreadyCheckedOut' } },
      { type: 'refused', rejection: { type: 'CartAlreadyCheckedOut' } },
    ])

    const many = withSteps(branch, insertStep(branch.steps, 4, [itemAdded('mug', 6, 100)]))
    expect(judgements(many)[4]).toEqual({
      type: 'refused',
      rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 11 },
    })
    expect(totals(many)).toEqual([0, 200, 1_200, 1_500, 1_500, 1_200, 1_200])
  })

  it('knows what would change nothing', () => {
    const branch = shopped()
    const same = branch.steps[3]?.events ?? []
    const now = withSteps(branch, insertStep(branch.steps, 4, same))
    expect(judgements(now)[4]).toEqual({ type: 'idle' })
  })

  it('goes back to any version of its own by a restore that was put in', () => {
    const branch = shopped()
    const restored = { type: 'CartRestored' as const, data: { fromVersion: 1, toVersion: 2, reason: 'r' } }
    const now = withSteps(branch, insertStep(branch.steps, 3, [restored]))
    expect(judgements(now)[3]).toMatchObject({
      type: 'adjusted',
      events: [{ type: 'ItemRemoved' }, { type: 'CartRestored' }],
    })
    expect(totals(now).slice(2, 4)).toEqual([1_200, 200])
    const later = withSteps(branch, insertStep(branch.steps, 1, [restored]))
    expect(judgements(later)[1]).toEqual({
      type: 'refused',
      rejection: { type: 'VersionNotFound', toVersion: 2, headVersion: 1 },
    })
    expect(withSteps(later, resetStep(later.steps, 1)).outcomes).toEqual(branch.outcomes)
  })

  it('asks the rules once for each step from an edit on, and for none before it', () => {
    const { base, steps } = shopped()
    const events = [...(steps[0]?.events ?? [])]
    for (let nth = 0; nth < 2_500; nth++) {
      const productId = `product-${nth % 40}`
      events.push(itemAdded(productId), {
        type: 'ItemRemoved',
        data: { productId, quantity: 1, reason: 'r' },
      })
    }
    const branch = beginCartBranch(base, events)
    let asked = 0
    const decideAgain: typeof branch.rules.decideAgain = (...about) => {
      asked++
      return branch.rules.decideAgain(...about)
    }
    const counted = { ...branch, rules: { ...branch.rules, decideAgain } }
    const now = withSteps(counted, skipStep(branch.steps, 4_001, true))
    expect(asked).toBe(999)
    expect(judgements(now)[4_002]).toMatchObject({ type: 'refused', rejection: { type: 'ProductNotFound' } })
    expect(eventsOf(now)).toHaveLength(events.length - 2)
  })
})

describe('a price that changed', () => {
  const repriced = { productId: 'mug', oldPrice: usd(100), newPrice: usd(150) }
  const dearer = new Map([['mug', offer('Mug', 150)]])
  const shoppedOn = (): CartBranch => {
    const story = createCartStory()
    story.tell({ type: 'AddItem', productId: 'mug', quantity: 2, product: offer('Mug', 100) })
    const [product] = dearer.values()
    story.tell({ type: 'AddItem', productId: 'mug', quantity: 1, product, offers: dearer })
    return beginCartBranch(story.stateAt(0), story.events)
  }

  it('is of the step of the command it came before', () => {
    const branch = shoppedOn()
    expect(branch.steps.at(-1)?.events).toMatchObject([
      { type: 'ItemRepriced', data: repriced },
      { type: 'ItemAdded' },
    ])
    expect(judgements(branch)).toEqual([{ type: 'accepted' }, { type: 'accepted' }, { type: 'accepted' }])
    expect(totals(branch)).toEqual([0, 200, 450])
  })

  it('isn’t one for a line that never was', () => {
    const branch = shoppedOn()
    const now = withSteps(branch, skipStep(branch.steps, 1, true))
    expect(judgements(now)[2]).toMatchObject({ type: 'adjusted', events: [{ type: 'ItemAdded' }] })
    expect(totals(now)).toEqual([0, 0, 150])
  })

  it('can be put in by itself', () => {
    const branch = shoppedOn()
    const event = { type: 'ItemRepriced' as const, data: repriced }
    const now = withSteps(branch, insertStep(branch.steps, 2, [event]))
    expect(totals(now)).toEqual([0, 200, 300, 450])
    expect(judgements(now)[3]).toMatchObject({ type: 'adjusted', events: [{ type: 'ItemAdded' }] })
    const idle = withSteps(branch, insertStep(branch.steps, 1, [event]))
    expect(judgements(idle)[1]).toEqual({ type: 'idle' })
  })
})

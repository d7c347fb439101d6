import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHand, followMs } from './hand'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A hand at the head of a stream of a hundred; what it has rendered is rendered when the test says so. */
const setUp = () => {
  const drawn: number[] = []
  const told: number[] = []
  const release = vi.fn()
  const hand = createHand({
    shown: 100,
    head: 100,
    draw: (version) => void drawn.push(version),
    tell: (version) => void told.push(version),
    release,
  })
  const render = (version = told.at(-1) ?? 100, head = 100) => hand.rendered(version, head)
  const takeAt = (version: number) => {
    hand.take(version)
    render()
  }
  const pass = (ms = followMs) => vi.advanceTimersByTime(ms)
  return { hand, drawn, told, release, render, takeAt, pass }
}

describe('a hand', () => {
  it('is drawn at each move, and told of every so often', () => {
    const { hand, drawn, told, takeAt, pass } = setUp()
    takeAt(90)
    drawn.length = 0
    for (const version of [80, 70, 60]) {
      hand.move(version)
      pass(16)
    }
    expect(drawn).toEqual([80, 70, 60])
    expect(told).toEqual([90])
    pass()
    expect(told).toEqual([90, 60])
  })

  it('is told of no more before that is rendered, and then of where it is by now', () => {
    const { hand, told, takeAt, render, pass } = setUp()
    takeAt(90)
    hand.move(80)
    pass()
    hand.move(70)
    pass(3 * followMs)
    expect(told).toEqual([90, 80])
    render(80)
    expect(told).toEqual([90, 80, 70])
  })

  it('stays drawn where it is when something older is rendered', () => {
    const { hand, drawn, takeAt, render, pass } = setUp()
    takeAt(90)
    hand.move(80)
    pass()
    hand.move(70)
    render(80)
    expect(drawn.at(-1)).toBe(70)
  })

  it('that lets go is told of where it was last, before it is released', () => {
    const { hand, told, release, takeAt } = setUp()
    takeAt(90)
    hand.move(85)
    release.mockImplementation(() => expect(told).toEqual([90, 85]))
    hand.letGo()
    hand.letGo()
    expect(release).toHaveBeenCalledOnce()
  })

  it('gives way to who goes elsewhere, and goes on with its next move', () => {
    const { hand, drawn, told, takeAt, render, pass } = setUp()
    takeAt(90)
    render(100)
    expect(drawn.at(-1)).toBe(100)
    pass()
    hand.move(50)
    expect(told).toEqual([90, 50])
  })

  it('at the end gives way to the stream that goes on', () => {
    const { hand, drawn, told, takeAt, render } = setUp()
    takeAt(100)
    render(101, 101)
    expect(drawn.at(-1)).toBe(101)
    hand.letGo()
    expect(told).toEqual([100])
  })

  it('that was never rendered, since a key went elsewhere, leaves what is shown drawn', async () => {
    const { hand, drawn } = setUp()
    hand.take(20)
    hand.letGo()
    await Promise.resolve()
    expect(drawn).toEqual([20, 100])
  })
})

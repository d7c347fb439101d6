import { type Besieged, startBesieged } from '../lib/shop/testing/siege/besieged'
import { lay, type Result } from '../lib/shop/testing/siege/siege'
import { expect, test } from './support/story'

test.describe.configure({ mode: 'serial' })

let shop: Besieged
const results = new Map<string, Result>()

test.beforeAll(async () => {
  test.setTimeout(180_000)
  shop = await startBesieged()
  await lay({
    url: shop.url,
    holdMs: 2_000,
    scale: 0.2,
    memory: () => 0,
    onDone: (result) => results.set(result.name, result),
  })
})
test.afterAll(() => shop?.remove())

const outcomeOf = (name: RegExp) => [...results].find(([each]) => name.test(each))?.[1].outcome

test('others are answered whatever one visitor does', () => {
  for (const [name, { waits }] of results) {
    for (const [kind, { ms, failed }] of Object.entries(waits)) {
      expect(ms.length, `${kind} during ${name}`).toBeGreaterThan(0)
      expect(failed, `${kind} in vain during ${name}`).toBe(0)
    }
  }
})

test('a socket that says too much is dropped', () => {
  // Greetings after the first are heard no more: the socket is on its way out with the second.
  for (const name of [/^4000 subscriptions/, /^20000 subscriptions/]) {
    expect(outcomeOf(name), String(name)).toEqual({ dropped: 1, open: 0 })
  }
})

test('requests sent far ahead on one connection are refused, and it is closed', () => {
  expect(outcomeOf(/ahead/)).toEqual({ '200': 9, '429': 1 })
})

test('one person has so many sockets, and no more', () => {
  const { open = 0, refused = 0 } = outcomeOf(/^400 sockets/) ?? {}
  expect(open).toBe(64)
  expect(refused).toBe(336)
})

test('connections beyond what one address may have are not taken', () => {
  const { open = 0, refused = 0 } = outcomeOf(/never end/) ?? {}
  expect(open).toBeLessThanOrEqual(512)
  expect(refused).toBeGreaterThanOrEqual(88)
})

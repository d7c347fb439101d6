import { expect, it } from 'vitest'
import { remembered } from './remembered'

it('finds out once for all who ask meanwhile, and anew when it is old', async () => {
  let now = 0
  let found = 0
  const ask = remembered(
    1_000,
    async () => ++found,
    () => now,
  )
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  now = 999
  expect(await ask()).toBe(1)
  now = 1_000
  expect(await ask()).toBe(2)
})

it('counts from when it was found, not from when it was asked for', async () => {
  let now = 0
  let found = 0
  let settle = (_: number) => {}
  const ask = remembered(
    1_000,
    () => new Promise<number>((resolve) => (settle = () => resolve(++found))),
    () => now,
  )
  const first = ask()
  now = 5_000
  const second = ask()
  settle(0)
  expect([await first, await second]).toEqual([1, 1])
  now = 5_500
  expect(await ask()).toBe(1)
})

import { expect, it } from 'vitest'
import { createOpening } from './opening'

const opening = (onOpened: (nth: number) => void = () => undefined) => {
  const closed: number[] = []
  let opens = 0
  const all = createOpening<{ nth: number }>({
    open: async () => ({ nth: ++opens }),
    onOpened: async ({ nth }) => onOpened(nth),
    close: async ({ nth }) => closed.push(nth),
  })
  return { ...all, closed }
}

it('one connection is made for all who ask, and another after it was dropped', async () => {
  const { opened, current, drop, closed } = opening()
  const [first, second] = await Promise.all([opened(), opened()])
  expect([first, second, await opened()]).toEqual([{ nth: 1 }, { nth: 1 }, { nth: 1 }])
  drop(first)
  expect([current(), closed]).toEqual([undefined, [1]])
  expect(await opened()).toEqual({ nth: 2 })
})

it('one that is dropped while it is looked at is not kept', async () => {
  const { opened, current, drop } = createOpening<{ nth: number }>({
    open: async () => ({ nth: 1 }),
    onOpened: async (opened): Promise<void> => drop(opened),
    close: async () => undefined,
  })
  await expect(opened()).rejects.toMatchObject({ name: 'TargetAway' })
  expect(current()).toBeUndefined()
})

it('one that is not as it should be is closed again', async () => {
  const { opened, current, closed } = opening((nth) => {
    if (nth === 1) throw new Error('It lost something')
  })
  await expect(opened()).rejects.toThrow('It lost something')
  expect([current(), closed]).toEqual([undefined, [1]])
  expect(await opened()).toEqual({ nth: 2 })
})

import { expect, it } from 'vitest'
import { createMailBudget } from './mail-budget'

const times = <Item>(count: number, make: (nth: number) => Item): Item[] =>
  Array.from({ length: count }, (_, nth) => make(nth))
const to = (nth: number) => `person-${nth}@example.com`

it('a guest may mistype, and not ask for ever', async () => {
  const budget = createMailBudget(1_000)
  const ask = (guestId: string, nth: number) => budget.spend({ guestId, visitor: 'here', to: to(nth) })
  for (let nth = 0; nth < 20; nth++) expect(await ask('guest', nth)).toBeUndefined()
  expect(await ask('guest', 20)).toMatchObject({ type: 'TooManyTries' })
  expect(await ask('another guest', 20)).toBeUndefined()
})

it('many guests from one place share what that place may ask', async () => {
  const budget = createMailBudget(30)
  const answers = await Promise.all(
    times(50, (nth) => budget.spend({ guestId: `guest-${nth}`, visitor: 'here', to: to(nth) })),
  )
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(30)
  expect(await budget.spend({ guestId: 'somebody else', visitor: 'there', to: to(99) })).toBeUndefined()
})

it('nobody’s mailbox is filled, from however many places, in any case of letters', async () => {
  const budget = createMailBudget(1_000)
  const answers = await Promise.all(
    times(20, (nth) =>
      budget.spend({ visitor: `place-${nth}`, to: nth % 2 ? 'ada@example.com' : 'Ada@Example.com' }),
    ),
  )
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(5)
  expect(await budget.spend({ visitor: 'place-0', to: 'bob@example.com' })).toBeUndefined()
})

it('who is over their own budget takes nothing of anybody’s else', async () => {
  const budget = createMailBudget(1)
  const ask = (visitor: string) => budget.spend({ visitor, to: 'ada@example.com' })
  for (let nth = 0; nth < 10; nth++) await ask('one place')
  for (let nth = 0; nth < 4; nth++) expect(await ask(`place-${nth}`)).toBeUndefined()
  expect(await ask('place-4')).toMatchObject({ type: 'TooManyTries' })
})

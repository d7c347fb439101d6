import { expect, it } from 'vitest'
import { createSignUpBudget } from './sign-up-budget'

it('a guest may mistype, and not ask for ever', async () => {
  const budget = createSignUpBudget(1_000)
  for (let nth = 0; nth < 20; nth++) expect(await budget.spend('guest', 'here')).toBeUndefined()
  expect(await budget.spend('guest', 'here')).toMatchObject({ type: 'TooManyTries' })
  expect(await budget.spend('another guest', 'here')).toBeUndefined()
})

it('many guests from one place share what that place may ask', async () => {
  const budget = createSignUpBudget(30)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) => budget.spend(`guest-${nth}`, 'here')),
  )
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(30)
  expect(await budget.spend('somebody else', 'there')).toBeUndefined()
})

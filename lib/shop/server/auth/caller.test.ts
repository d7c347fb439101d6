import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../kit/server/http/caller'
import { person } from '../../testing/person'
import type { ShopIdentity } from '../../wire/shop-identity'
import { rememberCallers } from './caller'

const ann: Caller<ShopIdentity> = { identity: person('ann') }
const sent = (cookie: string) => ({ cookie })

const memory = () => {
  let time = 10_000
  let lookUps = 0
  let answers: ((caller: Caller<ShopIdentity> | undefined) => void)[] = []
  const callers = rememberCallers({
    now: () => time,
    find: () => {
      lookUps++
      return new Promise((resolve) => {
        answers.push(resolve)
      })
    },
  })
  return {
    ...callers,
    lookUps: () => lookUps,
    pass: (ms: number) => {
      time += ms
    },
    answer: (caller: Caller<ShopIdentity> | undefined) => {
      for (const each of answers) each(caller)
      answers = []
    },
    known: async (cookie: string, who: Caller<ShopIdentity> | 'nobody' = ann) => {
      const asked = callers.find(sent(cookie))
      // The look-up, where there is one, is under way by the next microtask.
      await Promise.resolve()
      for (const each of answers) each(who === 'nobody' ? undefined : who)
      answers = []
      return asked
    },
  }
}

describe('the memory of who asked', () => {
  it('asks once for many who ask at once, and remembers for seconds', async () => {
    const { find, answer, known, lookUps, pass } = memory()
    const asked = [find(sent('a')), find(sent('a'))]
    answer(ann)
    expect(await Promise.all(asked)).toEqual([ann, ann])
    expect(await known('a')).toBe(ann)
    expect(lookUps()).toBe(1)
    pass(3_000)
    await known('a')
    expect(lookUps()).toBe(2)
  })

  it('tells cookies apart from one another, and remembers nobody who is unknown', async () => {
    const { known, lookUps } = memory()
    await known('a')
    expect(await known('b', 'nobody')).toBeUndefined()
    expect(await known('b', 'nobody')).toBeUndefined()
    expect(lookUps()).toBe(3)
  })

  it('asks nobody about who sent nothing', async () => {
    const { find, lookUps } = memory()
    expect(await find({})).toBeUndefined()
    expect(lookUps()).toBe(0)
  })

  it('forgets at once, and doubts what it was told just before and after', async () => {
    const { find, forget, answer, known, lookUps, pass } = memory()
    await known('a')
    const before = find(sent('b'))
    forget()
    answer(ann)
    await before
    expect(await known('a', 'nobody')).toBeUndefined()
    await known('b')
    await known('b')
    expect(lookUps()).toBe(5)
    pass(1_000)
    await known('b')
    await known('b')
    expect(lookUps()).toBe(6)
  })
})

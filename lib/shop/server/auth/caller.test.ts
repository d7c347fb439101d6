import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../kit/server/http/caller'
import { person } from '../../testing/person'
import type { ShopIdentity } from '../../wire/shop-identity'
import { rememberCallers } from './caller'

type Found = Caller<ShopIdentity>

const ann: Found = { identity: person('ann') }
const bob: Found = { identity: person('bob') }
const sent = (cookie: string) => ({ cookie })

const memory = () => {
  let time = 10_000
  let certain = true
  let lookUps = 0
  let answers: ((caller: Found | undefined) => void)[] = []
  const callers = rememberCallers({
    now: () => new Date(time),
    isCertain: () => certain,
    find: () => {
      lookUps++
      return new Promise((resolve) => {
        answers.push(resolve)
      })
    },
  })
  const answer = (caller: Found | undefined) => {
    for (const each of answers) each(caller)
    answers = []
  }
  return {
    ...callers,
    answer,
    pass: (ms: number) => {
      time += ms
    },
    beCertain: (is: boolean) => {
      certain = is
    },
    /** Who it says sent this cookie, and whether it had to look; a look-up finds `caller`. */
    ask: async (cookie: string, caller: Found | undefined = ann) => {
      const before = lookUps
      const asked = callers.find(sent(cookie))
      // The look-up, where there is one, is under way by the next microtask.
      await Promise.resolve()
      answer(caller)
      return [(await asked)?.identity.userId, lookUps > before ? 'looked up' : 'remembered']
    },
    lookUps: () => lookUps,
  }
}

describe('the memory of who asked', () => {
  it('asks once for many who ask at once, and remembers for minutes', async () => {
    const { find, answer, ask, lookUps, pass } = memory()
    const asked = [find(sent('a')), find(sent('a'))]
    answer(ann)
    expect(await Promise.all(asked)).toEqual([ann, ann])
    expect(lookUps()).toBe(1)
    pass(599_999)
    expect(await ask('a')).toEqual(['ann', 'remembered'])
    pass(1)
    expect(await ask('a')).toEqual(['ann', 'looked up'])
  })

  it('remembers nobody for longer than their session holds', async () => {
    const { ask, pass } = memory()
    await ask('a', { ...ann, expiresAt: new Date(10_500) })
    pass(499)
    expect(await ask('a')).toEqual(['ann', 'remembered'])
    pass(1)
    expect(await ask('a')).toEqual(['ann', 'looked up'])
  })

  it('tells cookies apart from one another and from keys, and remembers nobody who is unknown', async () => {
    const { find, answer, ask } = memory()
    await ask('a')
    expect(await ask('b', bob)).toEqual(['bob', 'looked up'])
    const withKey = find({ authorization: 'a' })
    answer(bob)
    expect(await withKey).toBe(bob)
    const unknown = async () => {
      const asked = find(sent('c'))
      answer(undefined)
      return asked
    }
    expect(await unknown()).toBeUndefined()
    expect(await ask('c')).toEqual(['ann', 'looked up'])
  })

  it('asks nobody about who sent nothing', async () => {
    const { find, lookUps } = memory()
    expect(await find({})).toBeUndefined()
    expect(lookUps()).toBe(0)
  })

  it('forgets every cookie and key of one person, and of no other', async () => {
    const { ask, forget } = memory()
    await ask('a')
    await ask('a too')
    await ask('b', bob)
    forget('ann')
    expect(await ask('b')).toEqual(['bob', 'remembered'])
    expect(await ask('a')).toEqual(['ann', 'looked up'])
    expect(await ask('a too', bob)).toEqual(['bob', 'looked up'])
    forget('ann')
    expect(await ask('a too')).toEqual(['bob', 'remembered'])
    forget()
    expect(await ask('b', bob)).toEqual(['bob', 'looked up'])
  })

  it('doesn’t keep what was looked up before it was told of a change', async () => {
    const { find, answer, ask, forget } = memory()
    const before = find(sent('a'))
    forget('ann')
    const after = find(sent('a'))
    answer(ann)
    expect(await Promise.all([before, after])).toEqual([ann, ann])
    expect(await ask('a')).toEqual(['ann', 'remembered'])

    const alone = find(sent('b'))
    forget('somebody else')
    answer(bob)
    await alone
    expect(await ask('b', bob)).toEqual(['bob', 'looked up'])
  })

  it('believes its memory only while changes are certain to be told', async () => {
    const { ask, beCertain } = memory()
    await ask('a')
    beCertain(false)
    expect(await ask('a')).toEqual(['ann', 'looked up'])
    beCertain(true)
    expect(await ask('a')).toEqual(['ann', 'remembered'])
  })
})

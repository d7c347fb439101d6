import { describe, expect, it } from 'vitest'
import { createDataKeys } from './create-data-keys'
import type { KeyRows } from './key-rows'
import { createMemoryKeyRows } from './memory-key-rows'
import { BrokenDataKey, type WrappedKey } from './wrapped-key'

const masterKey = Buffer.alloc(32, 'm')
const profile = { person: 'ada', kind: 'profile' } as const
const accounting = { person: 'ada', kind: 'accounting' } as const

const setUp = () => {
  const rows = createMemoryKeyRows()
  const calls: string[] = []
  const counted: KeyRows = {
    keep: (keys) => {
      calls.push(`keep ${keys.length}`)
      return rows.keep(keys)
    },
    find: (ids) => {
      calls.push(`find ${ids.length}`)
      return rows.find(ids)
    },
  }
  return { rows, calls, keys: createDataKeys(counted, masterKey) }
}

describe("people's keys", () => {
  it('are two for each person', async () => {
    const { keys } = setUp()
    const owners = [profile, accounting, { ...profile, person: 'bob' }]
    const made = await Promise.all(owners.map(keys.of))
    expect(new Set(made.map(({ secret }) => secret.toString('hex'))).size).toBe(3)
    expect(made.map(({ person, kind }) => ({ person, kind }))).toEqual(owners)
  })

  it('are asked for together, and once', async () => {
    const { keys, calls } = setUp()
    const people = ['ada', 'bob', 'ada']
    const [one, , same] = await Promise.all(people.map((person) => keys.of({ person, kind: 'profile' })))
    expect(one).toEqual(same)
    await keys.of(profile)
    await keys.find([one?.id ?? ''])
    expect(calls).toEqual(['keep 2'])
  })

  it('are the same for every process', async () => {
    const { keys, rows } = setUp()
    const other = createDataKeys(rows, masterKey)
    const [here, there] = await Promise.all([keys.of(profile), other.of(profile)])
    expect(here).toEqual(there)
    expect((await createDataKeys(rows, masterKey).find([here.id])).get(here.id)).toEqual(here)
  })

  it('are wrapped where they are kept', async () => {
    const { keys, rows } = setUp()
    const { id, secret } = await keys.of(profile)
    const [row] = await rows.find([id])
    expect(row?.wrapped.includes(secret)).toBe(false)
    await expect(createDataKeys(rows, Buffer.alloc(32, 'n')).find([id])).rejects.toThrow(BrokenDataKey)
  })

  it('fail only who asks for the broken one, though others ask in the same turn', async () => {
    const { keys, rows } = setUp()
    const bob = { ...profile, person: 'bob' }
    const [broken, whole] = await Promise.all([keys.of(profile), keys.of(bob)])
    const spoilt = (kept: readonly WrappedKey[]) =>
      kept.map((row) => (row.id === broken.id ? { ...row, wrapped: Buffer.alloc(60) } : row))
    const other = createDataKeys(
      {
        keep: async (given) => spoilt(await rows.keep(given)),
        find: async (ids) => spoilt(await rows.find(ids)),
      },
      masterKey,
    )
    const told = [{ status: 'rejected', reason: { id: broken.id } }, { status: 'fulfilled' }]
    expect(await Promise.allSettled([other.find([broken.id]), other.find([whole.id])])).toMatchObject(told)
    expect(await Promise.allSettled([other.of(profile), other.of(bob)])).toMatchObject(told)
    await expect(other.find([whole.id, broken.id])).rejects.toThrow(BrokenDataKey)
    expect(await other.find([whole.id])).toEqual(new Map([[whole.id, whole]]))
  })

  it('can not be given to somebody else', async () => {
    const { keys, rows } = setUp()
    const { id } = await keys.of(profile)
    const find: KeyRows['find'] = async (ids) =>
      (await rows.find(ids)).map((row) => ({ ...row, person: 'mallory' }))
    await expect(createDataKeys({ ...rows, find }, masterKey).find([id])).rejects.toMatchObject({ id })
  })

  it('are gone when they were deleted and forgotten, and a new one is another', async () => {
    const { keys, rows, calls } = setUp()
    const [{ id }, other] = await Promise.all([keys.of(profile), keys.of({ ...profile, person: 'bob' })])
    rows.delete('ada')
    expect((await keys.find([id])).has(id)).toBe(true)
    keys.forget('ada')
    expect([...(await keys.find([id, other.id])).keys()]).toEqual([other.id])
    await keys.find([id])
    expect(calls).toEqual(['keep 2', 'find 1'])
    expect((await keys.of(profile)).id).not.toBe(id)
  })

  it('tell of a database that does not answer, and are asked for again', async () => {
    const { rows } = setUp()
    let isDown = true
    const keep: KeyRows['keep'] = async (given) => {
      if (isDown) throw new Error('down')
      return rows.keep(given)
    }
    const keys = createDataKeys({ ...rows, keep }, masterKey)
    await expect(keys.of(profile)).rejects.toThrow('down')
    isDown = false
    expect((await keys.of(profile)).person).toBe('ada')
  })
})

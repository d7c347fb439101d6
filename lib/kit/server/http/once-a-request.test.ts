import { expect, it, vi } from 'vitest'
import { member } from '../../testing/member'
import { onceARequest } from './once-a-request'

it('looks up once who sent the same headers, and anew who sent others that say the same', async () => {
  const ann = { identity: member('ann') }
  const look = vi.fn(async () => ann)
  const find = onceARequest(look)
  const headers = { cookie: 'ann' }
  expect(await Promise.all([find(headers), find(headers)])).toEqual([ann, ann])
  expect(await find(headers)).toBe(ann)
  expect(look).toHaveBeenCalledTimes(1)
  await find({ ...headers })
  expect(look).toHaveBeenCalledTimes(2)
})

it('fails all who ask for the same request alike', async () => {
  const look = vi.fn(() => Promise.reject(new Error('away')))
  const find = onceARequest(look)
  const headers = { cookie: 'ann' }
  await expect(find(headers)).rejects.toThrow('away')
  await expect(find(headers)).rejects.toThrow('away')
  expect(look).toHaveBeenCalledTimes(1)
})

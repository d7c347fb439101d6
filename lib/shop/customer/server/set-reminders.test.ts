import { expect, it } from 'vitest'
import type { Handle } from '../../../kit/server/commands/handle'
import { Overloaded } from '../../../kit/server/store/overloaded'
import { setReminders } from './set-reminders'

const said = { mayRemind: false, by: 'link' } as const

it.each([
  [{ type: 'conflict', expected: 1, actual: 2 }, /was not kept: conflict/],
  [{ type: 'overloaded', retryAfterMs: 1 }, Overloaded],
])('nobody is told that it was kept where it was not', async (handled, error) => {
  const handle = (async () => handled) as unknown as Handle
  await expect(setReminders({ handle }, 'ann', { kind: 'customer', id: 'ann' }, said)).rejects.toThrow(error)
})

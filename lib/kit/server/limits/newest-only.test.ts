import { expect, it } from 'vitest'
import { newestOnly } from './newest-only'

it('does one at a time, and of what was asked for meanwhile only the newest', async () => {
  const begun: number[] = []
  const finish: (() => void)[] = []
  const ask = newestOnly(async (request: number) => {
    begun.push(request)
    await new Promise<void>((resolve) => finish.push(resolve))
    if (request === 9) throw new Error('broke')
    return `did ${request}`
  }, 'superseded')
  const told = Promise.allSettled([ask(1), ask(2), ask(3), ask(9)])
  expect(begun).toEqual([1])
  finish[0]?.()
  await expect.poll(() => begun).toEqual([1, 9])
  finish[1]?.()
  expect((await told).map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
    'did 1',
    'superseded',
    'superseded',
    'failed',
  ])
  const after = ask(10)
  finish[2]?.()
  expect(await after).toBe('did 10')
})

import { expect, it } from 'vitest'
import { createReceipts } from './receipts'

it('waits for a receipt when much is on its way, and begins to count anew with it', async () => {
  const told: (number | 'receipt?')[] = []
  let receive = () => {}
  const deliver = createReceipts(() => {
    told.push('receipt?')
    return new Promise((resolve) => {
      receive = resolve
    })
  })
  const send = (count: number) => deliver(count, () => void told.push(count))
  for (let nth = 0; nth < 3; nth++) await send(20)
  const waiting = send(20)
  expect(await Promise.race([waiting, Promise.resolve('waits')])).toBe('waits')
  receive()
  await waiting
  await send(63)
  expect(told).toEqual([20, 20, 20, 20, 'receipt?', 63])
})

it('sends nothing more to who reads nothing, however often they ask anew', async () => {
  const told: string[] = []
  let receive = () => {}
  const deliver = createReceipts(
    () =>
      new Promise((resolve) => {
        receive = resolve
      }),
  )
  const first = deliver(500, () => void told.push('first'))
  const others = ['second', 'third'].map((name) => deliver(1, () => void told.push(name)))
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual(['first'])
  receive()
  await Promise.all([first, ...others])
  expect(told).toEqual(['first', 'second', 'third'])
})

it('fails where there is no receipt', async () => {
  const deliver = createReceipts(() => Promise.reject(new Error('no receipt')))
  await expect(deliver(64, () => undefined)).rejects.toThrow('no receipt')
})

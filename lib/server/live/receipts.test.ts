import { expect, it } from 'vitest'
import { itemAdded, recorded } from '../../testing/events'
import { withReceipts } from './receipts'

const eventsOf = (count: number) => recorded(Array.from({ length: count }, () => itemAdded()))

it('waits for a receipt when much is on its way, and begins to count anew with it', async () => {
  const told: (number | 'receipt?')[] = []
  let receive = () => {}
  const send = withReceipts({
    send: ({ length }) => void told.push(length),
    receipt: () => {
      told.push('receipt?')
      return new Promise((resolve) => {
        receive = resolve
      })
    },
  })
  for (let nth = 0; nth < 3; nth++) await send(eventsOf(20))
  const waiting = send(eventsOf(20))
  expect(await Promise.race([waiting, Promise.resolve('waits')])).toBe('waits')
  receive()
  await waiting
  await send(eventsOf(63))
  expect(told).toEqual([20, 20, 20, 20, 'receipt?', 63])
})

it('fails where there is no receipt', async () => {
  const send = withReceipts({
    send: () => undefined,
    receipt: () => Promise.reject(new Error('no receipt')),
  })
  await expect(send(eventsOf(64))).rejects.toThrow('no receipt')
})

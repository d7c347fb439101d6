import { expect, test } from 'vitest'
import { createSendOnce } from './send-once'

const unreachable = async (): Promise<string> => {
  throw new Error('nobody is there')
}

test('what got no answer is sent again under the same id', async () => {
  const sendOnce = createSendOnce()
  const ids: string[] = []
  const noted =
    (send: () => Promise<string>) =>
    (commandId: string): Promise<string> => {
      ids.push(commandId)
      return send()
    }

  expect(await sendOnce(noted(unreachable))).toBeUndefined()
  expect(await sendOnce(noted(async () => 'refused'))).toBe('refused')
  expect(await sendOnce(noted(async () => 'accepted'))).toBe('accepted')

  const [lost, again, next] = ids
  expect(again).toBe(lost)
  expect(next).not.toBe(again)
})

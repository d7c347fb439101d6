import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actionLimitMs, limitActions } from './action-calls'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const action = { method: 'POST', headers: { 'Next-Action': '00ab' } }

/** A server that never answers, as fetch has it. */
const silent: typeof fetch = (_, init) =>
  new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))

test('an action that nobody answers is given up on', async () => {
  const { fetch, takeReply } = limitActions(silent)
  const asked = fetch('/', action).catch((error: Error) => error.name)
  await vi.advanceTimersByTimeAsync(actionLimitMs)
  expect(await asked).toBe('TimeoutError')
  expect(takeReply()).toBeUndefined()
})

test('how an action was answered is told, once', async () => {
  const { fetch, takeReply } = limitActions(
    async () => new Response('', { status: 503, headers: { 'retry-after': '3' } }),
  )
  await fetch('/', action)
  expect(takeReply()).toEqual({ status: 503, afterMs: 3_000 })
  expect(takeReply()).toBeUndefined()
})

test('an action without an answer isn’t told of by the answer to the one before', async () => {
  const answers = [async () => new Response('', { status: 500 }), () => Promise.reject(new TypeError('lost'))]
  const { fetch, takeReply } = limitActions(() => (answers.shift() as () => Promise<Response>)())
  await fetch('/', action)
  await fetch('/', action).catch(() => undefined)
  expect(takeReply()).toBeUndefined()
})

test('whatever is no action is left as it is', async () => {
  const ask = vi.fn<typeof fetch>(async () => new Response('', { status: 404 }))
  const { fetch, takeReply } = limitActions(ask)
  const init = { headers: { accept: 'text/x-component' } }
  await fetch('/_rsc', init)
  await fetch('/_rsc')
  expect(ask.mock.calls).toEqual([
    ['/_rsc', init],
    ['/_rsc', undefined],
  ])
  expect(takeReply()).toBeUndefined()
})

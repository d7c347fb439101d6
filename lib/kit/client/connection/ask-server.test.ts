import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerOf, askServer, isFinal, retryUnlessRefused, ServerRefused } from './ask-server'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const server = (answer: (init: RequestInit) => Promise<Response>) =>
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => answer(init))

describe('a question to the server', () => {
  it('is answered', async () => {
    server(async () => Response.json({ head: 3 }))
    expect(await askServer('/api/x')).toEqual({ type: 'answered', body: { head: 3 } })
  })

  it.each([400, 401, 403, 404, 410, 422])('is refused for good with %i', async (status) => {
    server(async () => new Response(null, { status }))
    expect(await askServer('/api/x')).toEqual({ type: 'refused', status })
    await expect(answerOf('/api/x')).rejects.toBeInstanceOf(ServerRefused)
  })

  it.each([
    [503, '2', 2_000],
    [429, '86400', 60_000],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    [408, null, undefined],
    [500, null, undefined],
  ])('may be asked again after %i', async (status, after, afterMs) => {
    server(async () => new Response(null, { status, ...(after && { headers: { 'retry-after': after } }) }))
    expect(await askServer('/api/x')).toEqual({ type: 'unanswered', afterMs })
  })

  it('isn’t answered by a page of somebody between, nor by nobody', async () => {
    server(async () => new Response('<html>', { status: 200 }))
    expect(await askServer('/api/x')).toMatchObject({ type: 'unanswered' })
    server(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await askServer('/api/x')).toMatchObject({ type: 'unanswered' })
  })

  it('is given up on when there is no answer, or nobody waits for one', async () => {
    server(
      ({ signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    const asked = askServer('/api/x')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await asked).toMatchObject({ type: 'unanswered' })
    const nobody = new AbortController()
    const dropped = askServer('/api/x', nobody.signal)
    nobody.abort()
    expect(await dropped).toMatchObject({ type: 'unanswered' })
  })
})

it('asks again so often, but not where the answer is no', () => {
  const retry = retryUnlessRefused(2)
  expect([0, 1, 2].map((failures) => retry(failures, new Error('lost')))).toEqual([true, true, false])
  expect(retry(0, new ServerRefused(404))).toBe(false)
})

it('takes only what will never be otherwise for a no', () => {
  expect([200, 302, 399, 408, 425, 429, 500, 503].filter(isFinal)).toEqual([])
})

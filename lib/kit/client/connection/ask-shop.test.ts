import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerOf, askShop, isFinal, retryUnlessRefused, ShopRefused } from './ask-shop'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const shop = (answer: (init: RequestInit) => Promise<Response>) =>
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => answer(init))

describe('a question to the shop', () => {
  it('is answered', async () => {
    shop(async () => Response.json({ head: 3 }))
    expect(await askShop('/api/x')).toEqual({ type: 'answered', body: { head: 3 } })
  })

  it.each([400, 401, 403, 404, 410, 422])('is refused for good with %i', async (status) => {
    shop(async () => new Response(null, { status }))
    expect(await askShop('/api/x')).toEqual({ type: 'refused', status })
    await expect(answerOf('/api/x')).rejects.toBeInstanceOf(ShopRefused)
  })

  it.each([
    [503, '2', 2_000],
    [429, '86400', 60_000],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    [408, null, undefined],
    [500, null, undefined],
  ])('may be asked again after %i', async (status, after, afterMs) => {
    shop(async () => new Response(null, { status, ...(after && { headers: { 'retry-after': after } }) }))
    expect(await askShop('/api/x')).toEqual({ type: 'unanswered', afterMs })
  })

  it('isn’t answered by a page of somebody between, nor by nobody', async () => {
    shop(async () => new Response('<html>', { status: 200 }))
    expect(await askShop('/api/x')).toMatchObject({ type: 'unanswered' })
    shop(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await askShop('/api/x')).toMatchObject({ type: 'unanswered' })
  })

  it('is given up on when there is no answer, or nobody waits for one', async () => {
    shop(
      ({ signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    const asked = askShop('/api/x')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await asked).toMatchObject({ type: 'unanswered' })
    const nobody = new AbortController()
    const dropped = askShop('/api/x', nobody.signal)
    nobody.abort()
    expect(await dropped).toMatchObject({ type: 'unanswered' })
  })
})

it('asks again so often, but not where the answer is no', () => {
  const retry = retryUnlessRefused(2)
  expect([0, 1, 2].map((failures) => retry(failures, new Error('lost')))).toEqual([true, true, false])
  expect(retry(0, new ShopRefused(404))).toBe(false)
})

it('takes only what will never be otherwise for a no', () => {
  expect([200, 302, 399, 408, 425, 429, 500, 503].filter(isFinal)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import type { Auth } from '../auth/auth'
import { forwardToAuth } from './auth-endpoint'

const forward = async (answered: Response, init: RequestInit = {}) => {
  let seen: Request | undefined
  const auth = {
    handler: async (request: Request) => {
      seen = request
      return answered
    },
  }
  const request = new Request('http://internal:1/api/auth/sign-in/email?x=1', {
    method: 'POST',
    ...init,
    headers: { host: 'shop.test', ...init.headers },
  })
  return { reply: await forwardToAuth(auth as unknown as Auth, request, { email: 'a@b.co' }), seen }
}

describe('forwardToAuth', () => {
  it('hands on what was understood and nothing else', async () => {
    const { seen } = await forward(Response.json({}))
    expect(seen?.url).toBe('http://internal:1/api/auth/sign-in/email')
    expect(seen?.headers.get('origin')).toBe('http://shop.test')
    expect(await seen?.json()).toEqual({ email: 'a@b.co' })
  })

  it('hands the cookie back, never to be kept by a cache', async () => {
    const { reply } = await forward(Response.json({ ok: 1 }, { headers: { 'set-cookie': 'a=b' } }))
    const headers = reply instanceof Response && Object.fromEntries(reply.headers)
    expect(headers).toMatchObject({ 'set-cookie': 'a=b', 'cache-control': 'no-store' })
  })

  it('tells refusals as problems', async () => {
    const wrong = Response.json({ code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid' }, { status: 401 })
    expect((await forward(wrong)).reply).toMatchObject({ status: 401, code: 'InvalidEmailOrPassword' })
    const often = new Response('{"message":"Slow"}', { status: 429, headers: { 'x-retry-after': '7' } })
    const headers = { 'retry-after': '7' }
    expect((await forward(often)).reply).toMatchObject({ status: 429, code: 'TooManyRequests', headers })
  })

  it('tells that too many sign in as something that passes', async () => {
    const busy = Response.json(
      { code: 'OVERLOADED', message: 'Too many people sign in right now' },
      { status: 503, headers: { 'x-retry-after': '2' } },
    )
    const headers = { 'retry-after': '2' }
    expect((await forward(busy)).reply).toMatchObject({ status: 503, code: 'Overloaded', headers })
  })

  it('throws when better-auth broke down', async () => {
    await expect(forward(new Response(null, { status: 500 }))).rejects.toThrow('better-auth answered 500')
  })
})

import { describe, expect, it } from 'vitest'
import { currentVisitor } from '../../../kit/server/http/admission/visitor-scope'
import type { Auth } from '../auth/auth'
import { forwardToAuth } from './auth-endpoint'

const forward = async (answered: Response) => {
  let seen: Request | undefined
  let visitor: string | undefined
  const auth = {
    handler: async (request: Request) => {
      seen = request
      visitor = currentVisitor()
      return answered
    },
  }
  const request = {
    method: 'POST',
    path: '/api/auth/sign-in/email',
    headers: {
      host: 'shop.test',
      cookie: 'a=b',
      'x-forwarded-for': '2001:db8::1',
      'content-length': '99',
      connection: 'keep-alive',
    },
  }
  return { reply: await forwardToAuth(auth as unknown as Auth, request, { email: 'a@b.co' }), seen, visitor }
}

describe('forwardToAuth', () => {
  it('hands on what was understood and nothing else', async () => {
    const { seen } = await forward(Response.json({}))
    expect(new URL(seen?.url ?? '').pathname).toBe('/api/auth/sign-in/email')
    expect(Object.fromEntries(seen?.headers ?? [])).toEqual({
      host: 'shop.test',
      cookie: 'a=b',
      'x-forwarded-for': '2001:db8::1',
      origin: 'http://shop.test',
      'content-type': 'application/json',
    })
    expect(await seen?.json()).toEqual({ email: 'a@b.co' })
  })

  it('does so in the name of whoever the door says it is', async () => {
    expect((await forward(Response.json({}))).visitor).toBe('2001:db8:0:0::/64')
  })

  it('hands back what was answered, with each of its cookies', async () => {
    const answered = Response.json({ ok: 1 })
    for (const cookie of ['a=b', 'c=d; Path=/']) answered.headers.append('set-cookie', cookie)
    const headers = { 'set-cookie': ['a=b', 'c=d; Path=/'] }
    expect((await forward(answered)).reply).toEqual({ type: 'answered', body: { ok: 1 }, headers })
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

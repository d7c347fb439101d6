import { expect, it } from 'vitest'
import type { Auth } from '../auth/auth'
import { createTries } from '../auth/tries'
import { signIn } from './sign-in'

const tries = () => createTries({ free: 3, firstWaitMs: 60_000, longestWaitMs: 60_000, now: () => 1 })
const request = { method: 'POST', path: '/api/auth/sign-in/email', headers: { host: 'shop.test' } }

/** A shop where one password is right, and that counts how often it was asked. */
const asking = () => {
  let asked = 0
  const dependencies = {
    tries: tries(),
    auth: {
      handler: async (sent: Request) => {
        asked++
        const { password } = (await sent.json()) as { password: string }
        return password === 'right' ? Response.json({}) : Response.json({}, { status: 401 })
      },
    } as unknown as Auth,
  }
  const tryWith = async (email: string, password: string) => {
    const credentials = { email, password }
    const answer = await signIn(dependencies, request, credentials)
    return answer.type === 'answered' ? 200 : answer.status
  }
  return { tryWith, asked: () => asked }
}

it('an account that is tried in vain is left alone for a while, in any spelling, without being asked', async () => {
  const { tryWith, asked } = asking()
  for (const email of ['ada@example.com', 'Ada@Example.com', 'ADA@example.com']) {
    expect(await tryWith(email, 'wrong')).toBe(401)
  }
  expect(await tryWith('ada@example.com', 'right')).toBe(429)
  expect(asked()).toBe(3)
  expect(await tryWith('bob@example.com', 'right')).toBe(200)
})

it('who signs in has not tried', async () => {
  const { tryWith } = asking()
  for (let nth = 0; nth < 9; nth++) expect(await tryWith('ada@example.com', 'right')).toBe(200)
})

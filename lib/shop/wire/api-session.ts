import * as z from 'zod'
import { endpoint } from '../../kit/wire/api-endpoint'

export const signedInUser = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['shopper', 'staff']),
})

export const postSignIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in by e-mail and password; the session comes as a cookie',
  access: 'anyone',
  body: z.object({
    email: z.email('must be an e-mail address').max(254),
    password: z.string().min(1).max(128),
    rememberMe: z.boolean().optional(),
  }),
  status: 200,
  answer: z.looseObject({ user: signedInUser }),
  refusals: {
    401: 'The e-mail address or the password is wrong',
    403: 'CustomerDeactivated: the account was deactivated',
    429: 'Too many attempts; `Retry-After` says for how long',
  },
})

export const postSignOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/auth/sign-out',
  summary: "End the cookie's session",
  access: 'anyone',
  body: z.object({}).optional(),
  status: 200,
  answer: z.object({ success: z.boolean() }),
})

export const getSession = endpoint({
  name: 'readSession',
  method: 'GET',
  path: '/api/auth/get-session',
  summary: "The cookie's session; null without one",
  access: 'anyone',
  status: 200,
  answer: z.looseObject({ user: signedInUser }).nullable(),
})

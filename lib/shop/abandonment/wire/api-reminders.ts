import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'

/** RFC 8058: a mail program sends it with a form's body, which says nothing that the address doesn't. */
export const postStopReminders = endpoint({
  name: 'stopReminders',
  method: 'POST',
  path: '/api/reminders/stop',
  summary: 'Stops reminders of left carts, for whom the link in such a mail is: asks nobody to sign in',
  access: 'anyone',
  query: z.object({
    token: z.string().min(1).max(1_000).describe("The link's own"),
    from: z
      .enum(['link'])
      .optional()
      .describe('Sent by the page that the link leads to, and not by a mail program'),
  }),
  status: 200,
  answer: z.object({ stopped: z.literal(true) }),
  refusals: { 404: 'LinkUnknown: no link of a mail has this token' },
})

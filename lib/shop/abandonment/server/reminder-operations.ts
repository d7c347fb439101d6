import { answer } from '../../../kit/server/http/operation'
import { setReminders } from '../../customer/server/set-reminders'
import { on } from '../../server/http/on'
import { refuse } from '../../server/http/refusal'
import type { ServerContext } from '../../server/shared-context'
import { postStopReminders } from '../wire/api-reminders'

/** What the API does about reminders of left carts. */
export const reminderOperations = ({ commands, unsubscribe }: ServerContext) => [
  on(postStopReminders, async ({ query: { token, from } }) => {
    const customerId = unsubscribe.customerOf(token)
    if (customerId === undefined) return refuse(404, 'LinkUnknown', 'No link of a mail has this token.')
    const by = from ?? 'mailProgram'
    await setReminders(commands, customerId, { kind: 'customer', id: customerId }, { mayRemind: false, by })
    return answer({ stopped: true as const })
  }),
]

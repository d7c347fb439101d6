import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import { money } from '../../wire/money'
import { accountStreamType } from '../account-stream'
import type { AccountEvent, AccountOpened } from '../events'

const { streamType } = accountStreamType

/** Until then the shop sold in one currency. */
const openedFromV2 = ({ owner }: { readonly owner: string }): AccountOpened['data'] => ({
  owner,
  currency: 'USD',
})

const transfer = z.object({
  amount: money.extend({ amount: z.int().min(1) }),
  description: z.string(),
})

export const accountEventTypes = {
  AccountOpened: {
    streamType,
    schemaVersion: 3,
    data: z.object({ owner: z.string(), currency: z.string().length(3) }),
    upcasters: { 1: ({ name }: { readonly name: string }) => ({ owner: name }), 2: openedFromV2 },
  },
  MoneyDeposited: { streamType, schemaVersion: 1, data: transfer },
  MoneyWithdrawn: { streamType, schemaVersion: 1, data: transfer },
  AccountClosed: { streamType, schemaVersion: 1, data: z.object({ reason: z.string().optional() }) },
} satisfies EventTypes<AccountEvent>

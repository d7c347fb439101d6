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

const amount = money.extend({ amount: z.int().min(1) })
const transfer = z.object({ amount, description: z.string() })
const holdId = z.string()

export const accountEventTypes = {
  AccountOpened: {
    streamType,
    schemaVersion: 3,
    data: z.object({ owner: z.string(), currency: z.string().length(3) }),
    upcasters: { 1: ({ name }: { readonly name: string }) => ({ owner: name }), 2: openedFromV2 },
  },
  MoneyDeposited: {
    streamType,
    schemaVersion: 1,
    data: transfer.extend({ source: z.object({ orderId: z.string(), refundId: z.string() }).optional() }),
  },
  MoneyWithdrawn: { streamType, schemaVersion: 1, data: transfer.extend({ holdId: holdId.optional() }) },
  MoneyHeld: {
    streamType,
    schemaVersion: 1,
    data: z.object({ holdId, amount, for: z.object({ orderId: z.string() }) }),
  },
  MoneyReleased: { streamType, schemaVersion: 1, data: z.object({ holdId, amount }) },
  AccountClosed: { streamType, schemaVersion: 1, data: z.object({ reason: z.string().optional() }) },
} satisfies EventTypes<AccountEvent>

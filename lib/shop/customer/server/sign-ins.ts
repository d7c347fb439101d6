import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { isErased } from '../../../kit/kernel/erased'
import type { Write } from '../../../kit/server/postgres/write'
import type { Subscription } from '../../../kit/server/subscriptions/subscription'
import type { CustomerEvent } from '../events'
import { storedCustomer } from '../wire/stored-customer'

const heard = {
  CustomerSignedUp: true,
  EmailChanged: true,
  NameChanged: true,
  CustomerDeactivated: true,
  CustomerReactivated: true,
} satisfies Partial<Record<CustomerEvent['type'], true>>

/**
 * Keeps what people sign in with as the log says it: their address and name, and whether they are let in at all. Who was
 * deactivated has no session left. It is no read model: accounts hold what the log doesn't, and aren't built anew.
 */
export const signInsSubscription: Subscription = {
  name: 'sign_ins',
  filter: { streamTypes: [storedCustomer.streamType], types: Object.keys(heard) },
  startFrom: 'beginning',
  onPoison: 'stop',
  handler: {
    type: 'rows',
    write: async (events) => {
      const rows = [...changesOf(events as readonly RecordedEvent<CustomerEvent>[])]
      return rows.length > 0 ? [changePeople(rows), ...endSessions(rows)] : []
    },
  },
}

/** What is left out stays as it is. */
interface Change {
  readonly email?: string
  readonly name?: string
  readonly is_deactivated?: boolean
}

type Row = readonly [id: string, change: Change]

/** The last that events say of each person. What was erased says nothing. */
const changesOf = (events: readonly RecordedEvent<CustomerEvent>[]): ReadonlyMap<string, Change> => {
  const changes = new Map<string, Change>()
  for (const event of events) {
    const change = changeOf(event)
    if (change) changes.set(event.streamId, { ...changes.get(event.streamId), ...change })
  }
  return changes
}

const changeOf = (event: CustomerEvent): Change | undefined => {
  switch (event.type) {
    case 'CustomerSignedUp':
    case 'EmailChanged':
    case 'NameChanged':
      return readable(event.data)
    case 'CustomerDeactivated':
      return { is_deactivated: true }
    case 'CustomerReactivated':
      return { is_deactivated: false }
    default:
      return undefined
  }
}

const readable = (said: object): Change =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => !isErased(value)))

const asRows = (rows: readonly Row[]): string =>
  JSON.stringify(rows.map(([id, change]) => ({ id, ...change })))

const changePeople =
  (rows: readonly Row[]): Write =>
  (value) =>
    `UPDATE auth_users u
     SET email = coalesce(said.email, u.email), name = coalesce(said.name, u.name),
       is_deactivated = coalesce(said.is_deactivated, u.is_deactivated)
     FROM jsonb_to_recordset(${value(asRows(rows))}) AS said (id text, email text, name text, is_deactivated boolean)
     WHERE u.id = said.id AND u.is_anonymous IS NOT TRUE`

const endSessions = (rows: readonly Row[]): readonly Write[] => {
  const ids = rows.filter(([, change]) => change.is_deactivated === true).map(([id]) => id)
  if (ids.length === 0) return []
  return [(value) => `DELETE FROM auth_sessions WHERE user_id = ANY(${value(ids)}::text[])`]
}

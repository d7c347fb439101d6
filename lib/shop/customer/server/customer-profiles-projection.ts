import type { Projection } from '../../../kit/server/projections/projection'
import { createStreamStates, lastSteps, type StreamStep } from '../../../kit/server/projections/stream-states'
import { writeRows } from '../../../kit/server/projections/write-rows'
import type { CustomerEvent } from '../events'
import type { CustomerState } from '../state'
import { storedCustomer } from '../wire/stored-customer'

const maxBytes = 10_000_000

/** `customer_profiles`: one row for each customer, to list. A guest of whom something was said is none yet. */
export const customerProfilesProjection: Projection = {
  name: 'customer_profiles',
  tables: ['customer_profiles'],
  filter: { streamTypes: [storedCustomer.streamType] },
  begin: (streams) => {
    const follow = createStreamStates<CustomerState, CustomerEvent>(storedCustomer, streams, maxBytes)
    return async (events) => {
      const steps = [...lastSteps(await follow(events))].filter(([, { after }]) => after.status !== 'none')
      return writeRows(profiles, new Map(steps.map(([id, step]) => [id, rowOf(step)])))
    }
  },
}

const profiles = {
  table: 'customer_profiles',
  key: 'customer_id',
  onConflict: `status = excluded.status, has_account = excluded.has_account, version = excluded.version,
    customer_number = excluded.customer_number, country = excluded.country`,
}

const rowOf = ({ after, opened }: StreamStep<CustomerState, CustomerEvent>) => ({
  customer_id: after.id,
  status: after.status,
  has_account: after.email !== undefined,
  customer_number: after.imported?.customerNumber ?? null,
  country: after.imported?.country ?? null,
  opened_position: opened.position,
  opened_at: opened.at,
  version: after.version,
})

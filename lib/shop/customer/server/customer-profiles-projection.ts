import type { Projection } from '../../../kit/server/projections/projection'
import { rowPerStream } from '../../../kit/server/projections/row-per-stream'
import type { StreamStep } from '../../../kit/server/projections/stream-states'
import type { CustomerEvent } from '../events'
import type { CustomerState } from '../state'
import { storedCustomer } from '../wire/stored-customer'

const profiles = {
  table: 'customer_profiles',
  key: 'customer_id',
  onConflict: `status = excluded.status, has_account = excluded.has_account, version = excluded.version,
    customer_number = excluded.customer_number, country = excluded.country`,
}

const rowOf = ({ after, opened }: StreamStep<CustomerState, CustomerEvent>): object | undefined =>
  after.status === 'none'
    ? undefined
    : {
        customer_id: after.id,
        status: after.status,
        has_account: after.email !== undefined,
        customer_number: after.imported?.customerNumber ?? null,
        country: after.imported?.country ?? null,
        opened_position: opened.position,
        opened_at: opened.at,
        version: after.version,
      }

/** `customer_profiles`: one row for each customer, to list. A guest of whom something was said is none yet. */
export const customerProfilesProjection: Projection = {
  name: 'customer_profiles',
  tables: ['customer_profiles'],
  filter: { streamTypes: [storedCustomer.streamType] },
  begin: rowPerStream<CustomerState, CustomerEvent>(storedCustomer, profiles, rowOf),
}

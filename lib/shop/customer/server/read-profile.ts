import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { CustomerProfile } from '../wire/api-customers'
import { storedCustomer } from '../wire/stored-customer'

/** What a customer said of themselves, and how they stand; null for a guest. */
export const readProfile = async (
  aggregates: Aggregates,
  customerId: string,
): Promise<CustomerProfile | null> => {
  const { state } = await aggregates.loadFresh(storedCustomer, customerId)
  const { status, email, name, phone, address, imported, mayRemind, version } = state
  if (status === 'none') return null
  return {
    status,
    email: email ?? null,
    name: name ?? null,
    phone: phone ?? null,
    address: address ?? null,
    imported: imported ?? null,
    mayRemind,
    version,
  }
}

import { cartEventTypes } from './cart-event-types'
import { customerEventTypes, retiredCustomerEventTypes } from './customer-event-types'
import type { EventType, RetiredEventType } from './event-type'
import { productEventTypes } from './product-event-types'

/** Every type of event that is written today, by its name. */
export const eventTypes: ReadonlyMap<string, EventType> = new Map<string, EventType>(
  Object.entries({ ...cartEventTypes, ...productEventTypes, ...customerEventTypes }),
)

/** Every type that only old events have, by its name. */
export const retiredEventTypes: ReadonlyMap<string, RetiredEventType> = new Map(
  Object.entries(retiredCustomerEventTypes),
)

/** The schema version new events of a type are written with. Throws for a type that is not written. */
export const currentVersionOf = (type: string): number => {
  const known = eventTypes.get(type)
  if (!known) throw new Error(`No event of type ${type} is written: register it in lib/protocol/events`)
  return known.schemaVersion
}

/** The types whose events read as this one: itself, and the retired ones that become it. */
export const storedTypesOf = (type: string): readonly string[] => [
  type,
  ...[...retiredEventTypes]
    .filter(([, { becomes }]) => becomes.type === type)
    .flatMap(([retired]) => storedTypesOf(retired)),
]

/** The type a stored one reads as: itself, or what a retired one becomes. */
export const currentTypeOf = (type: string): string => {
  const retired = retiredEventTypes.get(type)
  return retired ? currentTypeOf(retired.becomes.type) : type
}

import { formatClock } from '@/components/ui/format'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'

/** A place in the history, spoken: "Version 4 of 9, ItemAdded, 14:03:22". */
export const versionText = (
  version: number,
  head: number,
  event: Pick<RecordedCartEvent, 'type' | 'occurredAt'> | undefined,
  timeZone?: string,
): string =>
  `Version ${version} of ${head}, ${event ? `${event.type}, ${formatClock(event.occurredAt, timeZone)}` : 'nothing yet'}`

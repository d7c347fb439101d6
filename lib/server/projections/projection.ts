import type { RecordedEvent } from '../../protocol/recorded-event'
import type { PrismaClient } from '../generated/prisma/client'

export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'
>

/** A read model that follows the log. What it writes commits together with its checkpoint. */
export interface Projection {
  readonly name: string
  readonly apply: (transaction: Transaction, events: readonly RecordedEvent[]) => Promise<void>
}

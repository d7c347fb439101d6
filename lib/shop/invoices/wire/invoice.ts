import type { Money } from '../../money'
import type { OrderState } from '../../order/state'
import type { Addressee } from '../../order/wire/addressee'
import type { Seller } from '../../terms/events'

interface CreditNote {
  readonly number: string
  readonly amount: Money
  readonly reason: string
  readonly issuedAt: string
}

/** An invoice, as order and terms were when it was written, and what was given back of it since. */
export interface Invoice {
  readonly number: string
  readonly issuedAt: string
  readonly order: OrderState
  readonly seller: Seller | undefined
  readonly addressee: Addressee
  readonly creditNotes: readonly CreditNote[]
}

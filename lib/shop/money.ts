/** An amount in minor units (cents, pence) of an ISO 4217 currency; never a float. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

export const money = (amount: number, currency: string): Money => ({ amount, currency })

/** The price of so many of a thing. */
export const times = (price: Money, quantity: number): Money => money(price.amount * quantity, price.currency)

export const isSameMoney = (one: Money, other: Money): boolean =>
  one.amount === other.amount && one.currency === other.currency

/** A customer known from elsewhere, by that system's own number. */
export interface CustomerRegistered {
  readonly type: 'CustomerRegistered'
  readonly data: { readonly source: string; readonly customerNumber: string; readonly country: string }
}

export type CustomerEvent = CustomerRegistered

/** A customer known from elsewhere, by that system's own number. */
export interface CustomerImported {
  readonly type: 'CustomerImported'
  readonly data: { readonly source: string; readonly customerNumber: string; readonly country: string }
}

export type CustomerEvent = CustomerImported

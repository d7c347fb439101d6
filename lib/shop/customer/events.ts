/** A customer known from elsewhere, by that system's own number. */
export interface CustomerImported {
  readonly type: 'CustomerImported'
  readonly data: { readonly source: string; readonly customerNumber: string; readonly country: string }
}

/** How somebody said it: on a page of the shop, by the link in a mail, or by their mail program's own button. */
export type SaidBy = 'page' | 'link' | 'mailProgram'

/** They like to be reminded of what they left in their cart. */
export interface RemindersAllowed {
  readonly type: 'RemindersAllowed'
  readonly data: { readonly by: SaidBy }
}

/** They don't, or no longer. */
export interface RemindersStopped {
  readonly type: 'RemindersStopped'
  readonly data: { readonly by: SaidBy }
}

export type CustomerEvent = CustomerImported | RemindersAllowed | RemindersStopped

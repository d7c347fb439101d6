/** How a mail stands: it waits for its first try or another one, was refused for good, was sent, or it is too late for it. */
export type MailStatus = 'waiting' | 'refused' | 'sent' | 'late'

/** A mail of the shop as staff sees it in a list. */
export interface ShownMail {
  readonly id: string
  /** Its place among all mails: what is older is below it. */
  readonly nth: number
  /** Null where it was sealed under another secret. */
  readonly to: string | null
  readonly subject: string | null
  readonly status: MailStatus
  readonly keptAt: string
  /** When it was sent, or found to be too late. */
  readonly endedAt: string | null
  /** How often it was tried in vain, why, and when it is tried again. */
  readonly attempts: number
  readonly why: string | null
  readonly dueAt: string | null
}

export type RetryMailAnswer =
  | { readonly type: 'tried'; readonly count: number }
  | { readonly type: 'notAllowed' }

import * as z from 'zod'

/** What a link in a mail has behind its #. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** A link that was used, whose time is over, or that never was one. */
export interface LinkOver {
  readonly type: 'LinkOver'
}

/** What one asked for is on its way by mail. */
export interface LookIntoMail {
  readonly type: 'lookIntoMail'
  /** The shop has no server that sends mail: staff hands it over. */
  readonly isByHand: boolean
}

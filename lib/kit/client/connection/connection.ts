import type { LinkState } from './link'
import type { Standstill } from './undelivered'

/** How this tab stands with the server. There is one for all that show it. */
export type Connection =
  /** There is no stream to follow yet. */
  | 'idle'
  | 'connecting'
  | 'live'
  /** Live updates don't come through; the stream is read over http every few seconds. */
  | 'reading'
  /** Neither comes through. */
  | 'reconnecting'
  /** The browser knows that it has no network. */
  | 'offline'
  /** The server doesn't know this page's person any more. */
  | 'signedOut'
  /** The server was renewed: it doesn't know this page's code any more. */
  | 'renewed'

interface Heard {
  readonly isOnline: boolean
  readonly hasStream: boolean
  readonly link: LinkState
  /** Why nothing more can be sent. */
  readonly standstill: Standstill | undefined
  /** Parts of this page are gone from the server. */
  readonly isRenewed: boolean
}

/** What of all that was heard counts: without network nothing can be done about the rest. */
export const connectionOf = ({ isOnline, hasStream, link, standstill, isRenewed }: Heard): Connection => {
  if (!isOnline) return 'offline'
  if (isRenewed || standstill === 'renewed') return 'renewed'
  if (standstill === 'signedOut') return 'signedOut'
  if (!hasStream) return 'idle'
  return link === 'shut' ? 'signedOut' : link
}

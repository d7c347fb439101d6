import type { Connection } from '@/lib/kit/client/connection/connection'

/** How a page stands with its server, in a word. */
export const connectionName: Readonly<Record<Connection, string>> = {
  idle: 'Live',
  connecting: 'Connecting',
  live: 'Live',
  reading: 'Reading',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  signedOut: 'Signed out',
  renewed: 'Renewed',
}

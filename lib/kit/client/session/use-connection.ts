'use client'

import { useSyncExternalStore } from 'react'
import { type Connection, connectionOf } from '../connection/connection'
import type { LinkState } from '../connection/link'
import { renewal } from '../connection/renewal'
import type { Standstill } from '../connection/undelivered'
import { useOnline } from '../connection/use-online'

interface Heard {
  readonly hasStream: boolean
  readonly link: LinkState
  /** Why nothing more can be sent; left out where nothing is. */
  readonly standstill?: Standstill | undefined
}

/** How this tab stands with the server, told by all that talks with it. */
export const useConnection = ({ hasStream, link, standstill }: Heard): Connection => {
  const isOnline = useOnline()
  const isRenewed = useSyncExternalStore(renewal.subscribe, renewal.get, renewal.get)
  return connectionOf({ isOnline, hasStream, link, standstill, isRenewed })
}

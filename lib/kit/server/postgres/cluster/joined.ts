import type { PresenceClient } from './attach'
import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import type { RunAs } from './os-user'

/** A running cluster, and our connection that counts us among its users. */
export interface Joined {
  readonly cluster: Cluster
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly password: string
  readonly port: number
  readonly client: PresenceClient
  readonly adopted: boolean
}

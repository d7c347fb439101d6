import type { Presence } from './attach'
import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import type { RunAs } from './os-user'

/** A running cluster, and our connection that counts us among its users. */
export interface Joined {
  cluster: Cluster
  binaries: Binaries
  runAs: RunAs
  password: string
  port: number
  client: Presence
  adopted: boolean
}

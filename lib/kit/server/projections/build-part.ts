import type { PoolClient } from 'pg'
import type { Partition } from '../store/event-store'
import type { Apply } from './projection'

/** A part of the build: the streams of a partition, up to a position. */
export interface BuildPart {
  readonly partition: Partition
  readonly client: PoolClient
  readonly apply: Apply
  reached: number
}

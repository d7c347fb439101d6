import type { PoolClient } from 'pg'
import type { Partition } from '../store/event-store'
import type { Project } from './projection'

/** A part of the build: the streams of a partition, up to a position. */
export interface BuildPart {
  readonly partition: Partition
  readonly client: PoolClient
  readonly project: Project
  reached: number
}

import type { ExpectedCopy } from './verify-copy'

/** What is left in the database of an archived stream: which copy stands for it, and which positions it has. */
export interface Tombstone extends ExpectedCopy {
  readonly firstPosition: number
  readonly lastPosition: number
  /** The copy's key in the cold storage. */
  readonly location: string
}

/** What a query selects to read tombstones. */
export const tombstoneColumns =
  'stream_type, stream_id, version, hash, first_position, last_position, location, checksum'

export interface TombstoneRow {
  readonly stream_type: string
  readonly stream_id: string
  readonly version: number
  readonly hash: Buffer
  readonly first_position: string
  readonly last_position: string
  readonly location: string
  readonly checksum: Buffer
}

export const toTombstone = (row: TombstoneRow): Tombstone => ({
  stream: { type: row.stream_type, id: row.stream_id },
  version: row.version,
  hash: row.hash.toString('hex'),
  firstPosition: Number(row.first_position),
  lastPosition: Number(row.last_position),
  location: row.location,
  checksum: row.checksum.toString('hex'),
})

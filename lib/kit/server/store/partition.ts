import type { Value } from '../postgres/parameters'
import type { Partition } from './event-store'

/** The partition of the stream in column `stream_id`, as SQL. The hash is the one Postgres deals out rows with. */
export const partitionOfRow = (of: string): string => `abs(hashtextextended(stream_id, 0) % ${of}::bigint)`

/** Is the event in the partition? As an SQL condition. */
export const inPartition = ({ of, nth }: Partition, value: Value): string =>
  `${partitionOfRow(value(of))} = ${value(nth)}`

/** The same for a stream that isn't in the database; which partition it is in differs from there. */
export const isInPartition = (partition: Partition | undefined, streamId: string): boolean => {
  if (!partition) return true
  let hash = 0
  for (const character of streamId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % partition.of === partition.nth
}

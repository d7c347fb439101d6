import type { Filtered } from './timeline-filter'

export interface ExportMenuProps {
  readonly streamId: string
  readonly head: number
  /** What a filter shows of the stream; left out while all of it is shown. */
  readonly filtered: Pick<Filtered, 'filter' | 'versions'> | undefined
}

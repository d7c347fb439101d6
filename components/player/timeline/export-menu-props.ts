import type { Filtered } from './timeline-filter'

export interface ExportMenuProps {
  readonly cartId: string
  readonly head: number
  /** What a filter shows of the cart; left out while all of it is shown. */
  readonly filtered: Pick<Filtered, 'filter' | 'versions'> | undefined
}

import type { ReactNode } from 'react'

/** What a list needs that may be long enough to draw only what is in sight. */
export interface LongListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** A row's usual height, until it is measured. */
  readonly rowHeight: number
  readonly row: (item: Item) => ReactNode
}

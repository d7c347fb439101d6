'use client'

import type { LongListProps } from './long-list-props'
import { usePart } from './use-part'

const virtualFrom = 24
/** A list that grows has it before it needs it. */
const fetchFrom = 12
const loadVirtual = () => import('./virtual-list')

/** A list that scrolls, however many rows: of many only those in view are in the page, once what sees to that is there. */
export const LongList = <Item,>(props: LongListProps<Item>) => {
  const { label, items, keyOf, row } = props
  const isLong = items.length > virtualFrom
  const virtual = usePart(items.length > fetchFrom, loadVirtual)
  if (isLong && virtual) return <virtual.VirtualList {...props} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul aria-label={label} tabIndex={0} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      {(isLong ? items.slice(0, virtualFrom) : items).map((item) => (
        <li key={keyOf(item)} className="border-line border-b">
          {row(item)}
        </li>
      ))}
    </ul>
  )
}

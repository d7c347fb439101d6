'use client'

import { Eye } from 'lucide-react'
import { useTogether } from '../../player/together/together'

/** Tells a shopper that somebody of the shop looks at their cart at this moment. */
export const SupportLooking = () => {
  const { others } = useTogether()
  const isLooking = others.some(({ who }) => who.kind === 'staff')
  return (
    <p role="status" className="flex items-center gap-1.5 whitespace-nowrap">
      {isLooking && (
        <>
          <Eye aria-hidden className="size-3.5" strokeWidth={1.75} />
          Support is looking
        </>
      )}
    </p>
  )
}

'use client'

import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button'
import { cataloguePageSize } from './catalogue-page'
import { ProductGridSkeleton } from './product-grid-skeleton'

interface ShowMoreProps {
  readonly loading: boolean
  readonly failed: boolean
  readonly onMore: () => void
}

/** Asks for the next page when it comes near, or when it is pressed; after a failure only when pressed. */
export const ShowMore = ({ loading, failed, onMore }: ShowMoreProps) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element || loading || failed) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      rootMargin: '800px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [loading, failed, onMore])

  if (loading) {
    return (
      <div role="status" className="pt-9">
        <span className="sr-only">Loading more products</span>
        <ProductGridSkeleton count={cataloguePageSize} />
      </div>
    )
  }
  return (
    <div ref={place} className="flex items-center gap-4 py-10">
      <Button onClick={onMore}>{failed ? 'Try again' : 'Show more'}</Button>
      {failed && (
        <p role="alert" className="text-danger text-md">
          The next shelf could not be read.
        </p>
      )}
    </div>
  )
}

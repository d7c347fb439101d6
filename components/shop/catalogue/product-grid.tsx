import type { ReactNode } from 'react'
import { cn } from '../../ui/cn'

export const productGrid =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.25rem),1fr))] gap-x-5 gap-y-9 sm:grid-cols-[repeat(auto-fill,minmax(11.25rem,1fr))] sm:gap-x-6'

interface ProductGridProps {
  /** Fades while something newer is on its way. */
  readonly stale: boolean
  readonly children: ReactNode
}

export const ProductGrid = ({ stale, children }: ProductGridProps) => (
  <ul
    aria-label="Products"
    aria-busy={stale}
    className={cn(productGrid, 'transition-opacity', stale && 'opacity-55 delay-150')}
  >
    {children}
  </ul>
)

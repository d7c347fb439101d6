import { Skeleton } from '../../ui/skeleton'
import { productGrid } from './product-grid'

/** Shelves of the size they will have. */
export const ProductGridSkeleton = ({ count = 12 }: { readonly count?: number }) => (
  <div className={productGrid} aria-hidden="true">
    {Array.from({ length: count }, (_, place) => place).map((place) => (
      <div key={place}>
        <Skeleton className="aspect-square w-full" />
        <Skeleton className="mt-3.5 h-4 w-4/5" />
        <Skeleton className="mt-2 mb-3 h-3.5 w-1/3" />
        <Skeleton className="h-9 w-full pointer-coarse:h-11" />
      </div>
    ))}
  </div>
)

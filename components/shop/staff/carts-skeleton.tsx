import { Skeleton } from '@/components/ui/skeleton'

const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Where the carts will be. */
export const CartsSkeleton = () => (
  <div role="status" aria-label="Carts are being looked up" className="border-ink border-t">
    {lines.map((line) => (
      <div key={line} className="flex items-center justify-between border-line border-b px-3 py-4">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="h-4 w-24 max-sm:hidden" />
        <Skeleton className="h-4 w-20" />
      </div>
    ))}
  </div>
)

import { cn } from './cn'

/** Where something will be. */
export const Skeleton = ({ className }: { readonly className?: string }) => (
  <div className={cn('animate-pulse rounded-[3px] bg-sunken', className)} />
)

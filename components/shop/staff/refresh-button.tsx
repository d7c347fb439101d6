'use client'

import { RotateCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

/** Looks up again what the page shows. */
export const RefreshButton = () => {
  const router = useRouter()
  const [refreshing, startRefresh] = useTransition()
  return (
    <Button size="sm" aria-busy={refreshing} onClick={() => startRefresh(router.refresh)}>
      <RotateCw aria-hidden className={cn('size-3.5', refreshing && 'animate-spin')} />
      Refresh
    </Button>
  )
}

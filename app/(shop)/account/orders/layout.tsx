import type { ReactNode } from 'react'
import { DataProviders } from '@/components/ui/data-providers'

export default function MyOrdersLayout({ children }: { children: ReactNode }) {
  return <DataProviders>{children}</DataProviders>
}

import type { ComponentProps, ReactNode } from 'react'
import { SiteHeader } from '../site/site-header'

interface StaffPageProps extends Pick<ComponentProps<typeof SiteHeader>, 'identity'> {
  readonly children: ReactNode
}

/** The frame of a page of staff's without a player. */
export const StaffPage = ({ identity, children }: StaffPageProps) => (
  <>
    <SiteHeader identity={identity} />
    <main id="main" className="mx-auto max-w-7xl px-4 py-8 sm:px-6 lg:px-8">
      {children}
    </main>
  </>
)

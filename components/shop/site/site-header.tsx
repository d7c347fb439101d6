import type { ReactNode } from 'react'
import type { ShownIdentity } from '@/lib/shop/client/kept/kept-shop'
import { AccountState } from './account-state'
import { Places } from './places'
import { ThemeToggle } from './theme-toggle'
import { Wordmark } from './wordmark'

interface SiteHeaderProps {
  readonly identity: ShownIdentity | undefined
  /** What a page adds between name and account: the shop its search. */
  readonly children?: ReactNode
}

/** The bar over every page. The page's main content has the id `main`. */
export const SiteHeader = ({ identity, children }: SiteHeaderProps) => (
  <>
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-ink px-4 py-2.5 text-paper text-md focus:translate-y-0"
    >
      Skip to content
    </a>
    <header className="sticky top-0 z-30 [@media(height<30rem)]:static border-line border-b bg-paper">
      <div className="flex flex-wrap items-center gap-x-3 px-4 sm:px-6 lg:px-8">
        <Wordmark />
        {identity && !identity.isGuest && <Places role={identity.role} />}
        {children}
        <nav
          aria-label="Account"
          className="ml-auto flex min-h-(--header) items-center justify-end gap-0.5 sm:gap-2"
        >
          <AccountState identity={identity} />
          <ThemeToggle />
        </nav>
      </div>
    </header>
  </>
)

import type { ComponentProps, ReactNode } from 'react'
import { SiteHeader } from './site-header'

interface ViewerPageProps extends Pick<ComponentProps<typeof SiteHeader>, 'identity'> {
  readonly children: ReactNode
}

/** The frame of a page with a player: on wide screens it fills the window. */
export const ViewerPage = ({ identity, children }: ViewerPageProps) => (
  <>
    <SiteHeader identity={identity} />
    <main
      id="main"
      className="mx-auto flex max-w-7xl flex-col pt-6 lg:h-[calc(100dvh-var(--header)-1px)] sm:px-6 sm:pb-6 lg:px-8"
    >
      {children}
    </main>
  </>
)

import Link from 'next/link'
import type { ReactNode } from 'react'
import { textLinkStyle } from '../../ui/link-style'

interface LinkEndProps {
  readonly children: ReactNode
  /** Where to go from here. */
  readonly ways: readonly { readonly href: string; readonly name: string }[]
}

/** Where a link of a mail leads nowhere, or to its end, and how to go on. */
export const LinkEnd = ({ children, ways }: LinkEndProps) => (
  <div role="status" className="grid gap-4 text-md">
    <p>{children}</p>
    <p className="flex flex-wrap gap-x-5 gap-y-2">
      {ways.map(({ href, name }) => (
        <Link key={href} href={href} className={textLinkStyle}>
          {name}
        </Link>
      ))}
    </p>
  </div>
)

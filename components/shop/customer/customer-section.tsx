import Link from 'next/link'
import type { ReactNode } from 'react'
import { textLinkStyle } from '../../ui/link-style'

interface CustomerSectionProps {
  readonly title: string
  /** Where there is all of it. */
  readonly all?: { readonly href: string; readonly name: string } | undefined
  /** What is said where there is nothing. */
  readonly none: string
  readonly children: ReactNode
}

/** A part of what a customer has here; `none` is said where there are no children. */
export const CustomerSection = ({ title, all, none, children }: CustomerSectionProps) => (
  <section aria-label={title} className="mt-10">
    <div className="flex items-baseline justify-between gap-4 border-ink border-b pb-2">
      <h2 className="text-muted text-sm">{title}</h2>
      {children && all && (
        <Link href={all.href} prefetch={false} className={`${textLinkStyle} text-sm`}>
          {all.name}
        </Link>
      )}
    </div>
    {children || <p className="py-4 text-md text-muted">{none}</p>}
  </section>
)

import type { ReactNode } from 'react'

interface OrderSectionProps {
  readonly title: string
  /** How deep it stands in the page: below its title, or below a panel's. */
  readonly level: 2 | 3
  readonly children: ReactNode
}

/** A part of an order under its name. */
export const OrderSection = ({ title, level, children }: OrderSectionProps) => {
  const Heading = `h${level}` as const
  return (
    <section aria-label={title} className="pt-7">
      <Heading className="border-ink border-b pb-2 text-muted text-sm">{title}</Heading>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'

interface OrderSectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of an order under its name. */
export const OrderSection = ({ title, children }: OrderSectionProps) => (
  <section aria-label={title} className="pt-7">
    <h3 className="border-ink border-b pb-2 text-muted text-sm">{title}</h3>
    {children}
  </section>
)

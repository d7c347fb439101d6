import type { ReactNode } from 'react'

interface TermsSectionProps {
  readonly title: string
  readonly words: string
  readonly children: ReactNode
}

/** Terms of one kind under their name. */
export const TermsSection = ({ title, words, children }: TermsSectionProps) => (
  <section aria-label={title} className="pb-12">
    <h2 className="title border-ink border-b pb-2">{title}</h2>
    <p className="max-w-2xl text-pretty pt-2 text-muted text-sm">{words}</p>
    {children}
  </section>
)

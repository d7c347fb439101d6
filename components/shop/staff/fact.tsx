import type { ReactNode } from 'react'

/** A term and what there is to say of it, within a list of such. */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt className="text-muted text-sm">{name}</dt>
    <dd className="pt-0.5 text-md">{children}</dd>
  </div>
)

export const Figure = ({ children }: { readonly children: ReactNode }) => (
  <span className="font-mono text-sm tabular-nums">{children}</span>
)

import type { ReactNode } from 'react'

/** Why a field isn't right; its field points here with `aria-describedby`. */
export const FieldError = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <p id={id} className="pt-1.5 text-sm text-danger">
    {children}
  </p>
)

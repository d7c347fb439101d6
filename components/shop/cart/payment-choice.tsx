import type { ComponentProps } from 'react'

const methods = ['Card', 'Invoice', 'Cash on delivery'] as const

/** How to pay: one of the ways the shop takes. */
export const PaymentChoice = (radio: ComponentProps<'input'>) => (
  <fieldset>
    <legend className="pb-2 text-sm text-muted">Payment method</legend>
    <div className="flex flex-wrap gap-2">
      {methods.map((method) => (
        <label
          key={method}
          className="flex h-10 flex-auto cursor-pointer items-center justify-center gap-2 rounded-md border border-line px-3 text-md transition-colors has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 hover:border-edge pointer-coarse:h-11"
        >
          <input type="radio" value={method} className="sr-only" {...radio} />
          {method}
        </label>
      ))}
    </div>
  </fieldset>
)

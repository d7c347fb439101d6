import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'

interface NumberSearchProps {
  /** What was looked for and isn't there. */
  readonly missed: string | undefined
}

/** Opens the order that people call by a number. Works before the page's code is there. */
export const NumberSearch = ({ missed }: NumberSearchProps) => (
  <form action="/orders" className="flex flex-wrap items-end gap-x-2">
    <label className="grid text-muted text-sm">
      Order number
      <input
        name="number"
        defaultValue={missed}
        autoComplete="off"
        maxLength={20}
        aria-invalid={missed === undefined ? undefined : true}
        aria-describedby={missed === undefined ? undefined : 'number-missed'}
        className="h-9 w-40 border-edge border-b bg-transparent font-mono text-ink text-lg uppercase outline-none focus:border-accent focus:shadow-[0_1px_0_var(--accent)] aria-invalid:border-danger pointer-coarse:h-11"
      />
    </label>
    <Button type="submit" variant="quiet" size="icon" aria-label="Open the order">
      <Search aria-hidden className="size-4" strokeWidth={1.75} />
    </Button>
    {missed !== undefined && (
      <p id="number-missed" className="w-full pt-1.5 text-danger text-sm">
        There is no order of this number.
      </p>
    )}
  </form>
)

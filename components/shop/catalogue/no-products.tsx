import { Button } from '../../ui/button'
import type { CatalogueFilter } from './catalogue-page'

interface NoProductsProps {
  readonly filter: CatalogueFilter
  readonly onClear: () => void
}

/** What a search that finds nothing says. */
export const NoProducts = ({ filter: { q, category }, onClear }: NoProductsProps) => (
  <div className="grid justify-items-start gap-4 py-16">
    <p className="wrap-anywhere max-w-md font-display text-3xl leading-tight">
      {`Nothing${q && ` called “${q}”`}${category && ` on the ${category} shelf`}.`}
    </p>
    <Button onClick={onClear}>Show everything</Button>
  </div>
)

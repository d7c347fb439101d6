import { Button } from '../../ui/button'

/** What the shelves say when they can't be read. */
export const CatalogueFailed = ({ onRetry }: { readonly onRetry: () => void }) => (
  <div role="alert" className="grid justify-items-start gap-4 py-16">
    <p className="max-w-md font-display text-3xl leading-tight">The shelves can’t be reached just now.</p>
    <p className="max-w-md text-muted text-md">Your cart is safe: it is kept apart from the catalogue.</p>
    <Button onClick={onRetry}>Try again</Button>
  </div>
)

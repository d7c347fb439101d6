import { count } from '../../ui/format'
import { EmptyBasket } from './empty-basket'

interface EmptyCartProps {
  /** How many events led here: none in a new cart, some in one that was emptied. */
  readonly version: number
  readonly isLive: boolean
}

/** An empty cart, which may still have a past. */
export const EmptyCart = ({ version, isLive }: EmptyCartProps) => (
  <div className="grid min-h-0 flex-1 place-content-center justify-items-center gap-5 overflow-y-auto px-6 py-8 text-center">
    <EmptyBasket className="h-28 w-auto" />
    <div className="grid gap-1.5">
      <p className="font-display text-3xl leading-tight">
        {version > 1 ? 'Empty again.' : 'Still a blank page.'}
      </p>
      <p className="max-w-[30ch] text-pretty text-muted text-md">{words(version, isLive)}</p>
    </div>
  </div>
)

const words = (version: number, isLive: boolean): string => {
  if (!isLive) return 'Nothing was in the cart at this point.'
  if (version > 1) return `Not forgotten, though: its ${count(version, 'event')} are all in the timeline.`
  return 'The first thing you add begins its history. From then on nothing is lost.'
}

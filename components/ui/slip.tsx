import type { ComponentProps } from 'react'
import { cn } from './cn'

const below = 'supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1'
const above = 'supports-[position-area:top]:inset-auto supports-[position-area:top]:my-2'
const flush = {
  below: 'supports-[position-area:bottom]:mx-0 [position-area:bottom_span-left]',
  above: 'supports-[position-area:top]:mx-0 [position-area:top_span-left]',
}
const upOrDown = '[position-try-fallbacks:flip-block]'
const anySide = '[position-try-fallbacks:flip-inline,flip-block]'

const places = {
  below: `${below} supports-[position-area:bottom]:mx-2 [position-area:bottom_span-all] ${upOrDown}`,
  belowLeft: `${below} ${flush.below} ${upOrDown}`,
  belowEither: `${below} ${flush.below} ${anySide}`,
  aboveEither: `${above} ${flush.above} ${anySide}`,
}

interface SlipProps extends ComponentProps<'div'> {
  /** `nav` for what holds links alone. */
  readonly as?: 'div' | 'nav'
  /** Where it stands to the button that opens it, which has its id for a `popoverTarget`. */
  readonly place: keyof typeof places
}

/**
 * What a button opens beside it, in the browser's own way: it costs no script, and Escape or a click elsewhere puts it
 * away. Where the browser can't keep it at its button it stands in the middle of the screen.
 */
export const Slip = ({ as: Tag = 'div', place, className, ...props }: SlipProps) => (
  <Tag
    popover="auto"
    role={Tag === 'div' ? 'dialog' : undefined}
    className={cn('slip max-w-[calc(100vw-1rem)]', places[place], className)}
    {...props}
  />
)

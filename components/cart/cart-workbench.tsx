'use client'

import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { Player } from '../player/player'
import { Timeline } from '../timeline/timeline'
import { cn } from '../ui/cn'
import { CartPanel } from './cart-panel'

interface CartWorkbenchProps {
  readonly session: CartSession
  readonly playhead: Playhead
  /** On narrow screens only this one is shown; left out, both are, one under the other. */
  readonly pane?: 'cart' | 'timeline' | undefined
}

// Timeline and player bring a frame for where they stand alone; here the desk's rules divide them.
const flush = '*:rounded-none *:border-0 *:bg-transparent'

/** A cart, its timeline and the transport that moves both. Fills the height it is given. */
export const CartWorkbench = ({ session, playhead, pane }: CartWorkbenchProps) => (
  <div
    className={cn(
      '@container flex h-full min-h-0 flex-col bg-card transition-colors duration-300',
      !playhead.isLive && 'bg-past-wash',
    )}
  >
    <div
      className={cn(
        'grid min-h-0 flex-1 grid-cols-1 grid-rows-[minmax(0,3fr)_minmax(0,2fr)]',
        '@[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,21rem)] @[42rem]:grid-rows-1 @[54rem]:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]',
        pane && 'max-xl:@max-[42rem]:grid-rows-1',
      )}
    >
      <div className={cn('min-h-0', pane === 'timeline' && 'max-xl:@max-[42rem]:hidden')}>
        <CartPanel session={session} playhead={playhead} />
      </div>
      <div
        className={cn(
          'min-h-0 border-line border-t @[42rem]:border-t-0 @[42rem]:border-l',
          flush,
          pane && 'max-xl:@max-[42rem]:border-0',
          pane === 'cart' && 'max-xl:@max-[42rem]:hidden',
        )}
      >
        <Timeline session={session} playhead={playhead} />
      </div>
    </div>
    <div className={cn('border-line border-t', flush)}>
      <Player session={session} playhead={playhead} />
    </div>
  </div>
)

'use client'

import { lazy, Suspense, useCallback, useId, useRef } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Compare } from '@/lib/client/use-compare'
import type { Playhead } from '@/lib/client/use-playhead'
import type { Selection } from '@/lib/client/use-selection'
import { CompareButton } from '../compare/compare-button'
import { useEscape } from '../compare/use-escape'
import { Player } from '../player/player'
import { useTransport } from '../player/use-transport'
import { Timeline } from '../timeline/timeline'
import { cn } from '../ui/cn'
import { CartPanel } from './cart-panel'

interface CartWorkbenchProps {
  readonly session: CartSession
  readonly playhead: Playhead
  readonly compare: Compare
  readonly selection: Selection
  /** On narrow screens only this one is shown; left out, both are, one under the other. */
  readonly pane?: 'cart' | 'timeline' | undefined
}

const ComparePanel = lazy(async () => ({ default: (await import('../compare/compare-panel')).ComparePanel }))

// Timeline and player bring a frame for where they stand alone; here the desk's rules divide them.
const flush = '*:rounded-none *:border-0 *:bg-transparent'

/**
 * A cart, its timeline and the transport that moves both. Fills the height it is given. While two versions are
 * compared that stands in the cart's place; where there is no room for both, and for JSON, in the timeline's too.
 */
export const CartWorkbench = ({ session, playhead, compare, selection, pane }: CartWorkbenchProps) => {
  const panelId = useId()
  const slider = useRef<HTMLInputElement>(null)
  const transport = useTransport(session, playhead)
  const compareButton = useRef<HTMLButtonElement>(null)
  const { mark, close } = compare
  const isComparing = mark !== null
  const stopComparing = useCallback(() => {
    close()
    compareButton.current?.focus()
  }, [close])
  useEscape(isComparing, stopComparing)

  return (
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
        {isComparing && (
          <div
            className={cn(
              'col-start-1 row-span-full min-h-0',
              compare.view === 'raw' && '@max-[60rem]:col-span-full',
            )}
          >
            <Suspense>
              <ComparePanel
                id={panelId}
                session={session}
                playhead={playhead}
                compare={compare}
                mark={mark}
                onClose={stopComparing}
              />
            </Suspense>
          </div>
        )}
        <div
          className={cn(
            'min-h-0',
            pane === 'timeline' && 'max-xl:@max-[42rem]:hidden',
            isComparing && 'hidden',
          )}
        >
          <CartPanel session={session} playhead={playhead} />
        </div>
        <div
          className={cn(
            'min-h-0 border-line border-t @[42rem]:border-t-0 @[42rem]:border-l',
            flush,
            pane && 'max-xl:@max-[42rem]:border-0',
            pane === 'cart' && 'max-xl:@max-[42rem]:hidden',
            isComparing && '@max-[42rem]:hidden',
            isComparing && compare.view === 'raw' && '@max-[60rem]:hidden',
          )}
        >
          <Timeline session={session} playhead={playhead} selection={selection} />
        </div>
      </div>
      <div className={cn('border-line border-t', flush)}>
        <Player session={session} playhead={playhead} compare={compare} transport={transport} slider={slider}>
          <CompareButton
            ref={compareButton}
            panelId={panelId}
            isOpen={isComparing}
            disabled={playhead.head === 0}
            onClick={isComparing ? close : compare.open}
          />
        </Player>
      </div>
    </div>
  )
}

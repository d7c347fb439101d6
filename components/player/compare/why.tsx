'use client'

import { useId, useRef, useState } from 'react'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { cn } from '../../ui/cn'
import { Slip } from '../../ui/slip'
import { usePart } from '../../ui/use-part'
import type { WhyProps } from './why-props'

const loadList = () => import('./why-list')
const fetchAhead = () => void loadList().catch(() => undefined)

/** Asks a value of the state which events made it. */
export const Why = <State extends Versioned, Value>({
  what,
  select,
  words,
  className,
}: WhyProps<State, Value>) => {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const list = usePart(isOpen, loadList)
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`Why? What made ${what}`}
        onFocus={fetchAhead}
        onPointerEnter={fetchAhead}
        className={cn(
          'min-h-6 px-1 font-sans text-xs text-muted underline decoration-dotted underline-offset-4 hover:text-ink hover:decoration-solid pointer-coarse:-my-2.5 pointer-coarse:min-h-11 pointer-coarse:px-2',
          className,
        )}
      >
        Why?
      </button>
      <Slip
        ref={popover}
        id={id}
        place="below"
        aria-label={`What made ${what}`}
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
        className="w-[23rem] font-sans"
      >
        {isOpen && list && (
          <list.WhyList
            what={what}
            select={select}
            words={words}
            onJump={() => popover.current?.hidePopover()}
          />
        )}
      </Slip>
    </>
  )
}

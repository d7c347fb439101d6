'use client'

import { useId, useMemo, useRef } from 'react'
import { Slip } from '../../ui/slip'
import { useStreamView } from '../view/use-stream-view'
import { Avatar, avatarFaces } from './avatar'
import { LookerRow } from './looker-row'
import { lookersSentence } from './looker-words'
import { useTogether } from './together'

const maxAvatars = 4

/** Who else looks at the stream: a stack of faces that opens into a list, from which one can follow somebody. */
export const LookersMenu = () => {
  const view = useStreamView()
  const { others, count, following, follow, stop } = useTogether()
  const faces = useMemo(() => avatarFaces(others), [others])
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  if (count === 0) return null
  const shown = others.slice(0, maxAvatars)
  const toggle = (looker: string) => {
    if (following?.id === looker) stop()
    else follow(looker)
    popover.current?.hidePopover()
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`${lookersSentence(view, others, count)}: show who`}
        className="flex min-h-9 items-center rounded-full py-1 pr-1.5 pl-1 hover:bg-sunken pointer-coarse:min-h-11"
      >
        {shown.map((other) => (
          <Avatar
            key={other.id}
            looker={other}
            face={faces.get(other.id)}
            className="-ml-0.5 outline-2 outline-paper first:ml-0"
          />
        ))}
        {count > shown.length && (
          <span className="ml-1.5 font-mono text-sm tabular-nums">{`+${count - shown.length}`}</span>
        )}
      </button>
      <Slip
        ref={popover}
        id={id}
        place="belowEither"
        aria-label={`Who else looks at this ${view.noun}`}
        className="w-80 p-1.5"
      >
        <ul
          aria-label={`Who else looks at this ${view.noun}`}
          className="scroll-quiet max-h-80 overflow-y-auto"
        >
          {others.map((other) => (
            <LookerRow
              key={other.id}
              looker={other}
              face={faces.get(other.id)}
              isFollowed={following?.id === other.id}
              onToggle={() => toggle(other.id)}
            />
          ))}
        </ul>
        {count > others.length && (
          <p className="px-2 pt-1 pb-1.5 text-sm text-muted">{`and ${count - others.length} more`}</p>
        )}
        <p className="mt-1 border-line border-t px-2 pt-2 pb-1 text-xs text-muted">
          Following shows you the version they look at. Your first move ends it.
        </p>
      </Slip>
    </>
  )
}

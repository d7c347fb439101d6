'use client'

import { Octagon } from 'lucide-react'
import { useDeferredValue } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { breakpointKey } from '@/lib/kit/client/scan/breakpoint'
import { holdsAt } from '@/lib/kit/client/scan/turns'
import type { Breakpoints } from '@/lib/kit/client/scan/use-breakpoints'
import { type Turns, useTurns } from '@/lib/kit/client/scan/use-turns'
import { useWhen } from '@/lib/kit/client/scan/use-when'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Button } from '../../ui/button'
import { CloseButton } from '../../ui/close-button'
import { count } from '../../ui/format'
import { useSearchView } from '../view/view-parts'
import { BreakpointList } from './breakpoint-list'
import { ConditionField } from './condition-field'
import { ScanFailure } from './scan-failure'
import { TurnList } from './turn-list'

interface WhenPanelProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly breakpoints: Breakpoints
  readonly onClose: () => void
}

/** Asks a whole history when something became true, and where playback should stop. */
export const WhenPanel = ({ id, session, playhead, breakpoints, onClose }: WhenPanelProps) => {
  const { conditionPlaceholder, readyConditions } = useSearchView()
  const { text, setText } = useWhen()
  const turns = useTurns(session, text)
  const isAsked = text.trim() !== '' && !turns.problem
  const stop = { type: 'condition', text: text.trim(), enabled: true } as const
  const isStop = breakpoints.breakpoints.some((each) => breakpointKey(each) === breakpointKey(stop))
  return (
    <section id={id} aria-label="When" className="@container flex h-full min-h-0 animate-arrive flex-col">
      <header className="flex items-center justify-between gap-3 px-4 pt-4 pb-1 sm:px-6 sm:pt-5">
        <h2 className="title">When?</h2>
        <CloseButton onClick={onClose} className="-my-1 -mr-2.5" />
      </header>
      <div className="px-4 pb-3 sm:px-6">
        <ConditionField
          label="When did this become true?"
          text={text}
          placeholder={conditionPlaceholder}
          problem={turns.problem}
          onChange={setText}
        />
        <ul
          aria-label="Ready conditions"
          className="scroll-quiet -mx-1 flex gap-1 overflow-x-auto px-1 pt-2.5 pb-1 @[30rem]:flex-wrap"
        >
          {readyConditions(playhead.shown).map((ready) => (
            <li key={ready.text} className="max-w-64 shrink-0">
              <button
                type="button"
                aria-pressed={ready.text === text.trim()}
                onClick={() => setText(ready.text)}
                className="h-7 max-w-full truncate rounded-full border border-line px-2.5 text-xs hover:border-edge aria-pressed:border-ink aria-pressed:bg-sunken pointer-coarse:h-11 pointer-coarse:px-4"
              >
                {ready.name}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex min-h-0 flex-1 flex-col border-line border-t">
        {!isAsked && !turns.problem && <NotAsked />}
        {isAsked && (
          <Found
            turns={turns}
            playhead={playhead}
            isStop={isStop}
            onStop={() => (isStop ? breakpoints.remove(stop) : breakpoints.add(stop))}
          />
        )}
        {turns.failure && (
          <div className="px-4 py-3 sm:px-6">
            <ScanFailure failure={turns.failure} onRetry={turns.retry} />
          </div>
        )}
      </div>
      <BreakpointList breakpoints={breakpoints} playhead={playhead} />
    </section>
  )
}

const NotAsked = () => (
  <div className="grid min-h-0 flex-1 place-content-center overflow-y-auto px-6 py-4 text-center">
    <p className="font-display text-3xl leading-tight">Ask the whole history</p>
    <p className="mt-1.5 max-w-[34ch] text-pretty text-md text-muted">
      Write a condition, or take one from above: every version where it turned true or false is listed here.
    </p>
  </div>
)

interface FoundProps {
  readonly turns: Turns
  readonly playhead: Playhead
  readonly isStop: boolean
  readonly onStop: () => void
}

const Found = ({ turns, playhead, isStop, onStop }: FoundProps) => {
  const version = useDeferredValue(playhead.version)
  const { versions, atFirst, isLooking } = turns
  if (!versions)
    return isLooking && <p className="px-4 py-3 text-muted text-md sm:px-6">Reading the events…</p>
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 sm:px-6">
        <p role="status" className="text-sm text-muted">
          {versions.length === 0
            ? `${atFirst ? 'Always' : 'Never'} true${isLooking ? ' so far' : ''}`
            : `Turned ${count(versions.length, 'time')}${isLooking ? ' so far' : ''}; ${
                holdsAt(atFirst, versions, version) ? 'true' : 'false'
              } at version ${version}`}
        </p>
        <Button size="sm" aria-pressed={isStop} onClick={onStop} className="aria-pressed:border-ink">
          <Octagon aria-hidden className="size-3.5" strokeWidth={1.75} />
          {isStop ? 'Playback stops there' : 'Stop playback there'}
        </Button>
      </div>
      {versions.length > 0 && <TurnList turns={turns} version={version} onJump={playhead.jump} />}
    </>
  )
}

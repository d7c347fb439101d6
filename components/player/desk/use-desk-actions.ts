'use client'

import type { RefObject } from 'react'
import type { DeskActions } from '@/lib/kit/client/keys/desk-commands'
import { useDeskKeys } from '@/lib/kit/client/keys/use-desk-keys'
import { compareViews } from '@/lib/kit/client/playhead/use-compare'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { Transport } from '../transport/use-transport'
import type { StreamView } from '../view/stream-view'
import type { useJumps } from './use-jumps'
import type { Stage } from './use-stage'

interface Desk {
  readonly view: StreamView
  readonly playhead: Playhead
  readonly transport: Transport
  readonly stage: Stage
  readonly jumps: ReturnType<typeof useJumps>
  readonly close: () => void
  readonly filter: RefObject<(() => void) | undefined>
}

/** What a desk does by key. */
export const useDeskActions = ({ view, playhead, transport, stage, jumps, close, filter }: Desk): void => {
  const { version, head } = playhead
  const { goTo } = transport
  const toggle = (what: 'compare' | 'when' | 'what-if') => () =>
    stage.shown === what ? close() : stage.open(what)
  const actions: DeskActions = {
    play: head > 0 ? transport.toggle : undefined,
    previous: version > 0 ? () => goTo(version - 1) : undefined,
    next: version < head ? () => goTo(version + 1) : undefined,
    back10: version > 0 ? () => goTo(Math.max(0, version - 10)) : undefined,
    forward10: version < head ? () => goTo(version + 10) : undefined,
    first: version > 0 ? () => goTo(0) : undefined,
    live: transport.goLive,
    previousChange: view.changesOf && jumps.toChange('backward'),
    nextChange: view.changesOf && jumps.toChange('forward'),
    previousBreakpoint: jumps.toStop('backward'),
    nextBreakpoint: jumps.toStop('forward'),
    compare: head > 0 ? toggle('compare') : undefined,
    difference: stage.shown === 'compare' ? () => stage.compare.show(nextView(stage)) : undefined,
    inspect: version > 0 ? () => (stage.shown === 'event' ? close() : stage.select(version)) : undefined,
    when: head > 0 ? toggle('when') : undefined,
    whatIf: head > 0 && view.loadWhatIfView ? toggle('what-if') : undefined,
    filter: () => filter.current?.(),
  }
  useDeskKeys(actions)
}

const nextView = ({ compare }: Stage) =>
  compareViews[(compareViews.indexOf(compare.view) + 1) % compareViews.length] ?? compareViews[0]

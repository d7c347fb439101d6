'use client'

import type { Looker } from '../../wire/socket'
import type { Playhead } from '../playhead/use-playhead'
import type { StreamSession } from '../session/stream-session'
import { type Follow, positionOf, useFollow } from './use-follow'
import { useLookers } from './use-lookers'

export interface ViewerPresence extends Follow {
  /** Those who look at the stream besides oneself; of a crowd, the first twenty. */
  readonly others: readonly Looker[]
  /** How many they are in all. */
  readonly count: number
}

/** Who else looks at the stream and where, shows them where one looks oneself, and lets one follow. */
export const usePresence = (
  { type: { streamType }, streamId }: Pick<StreamSession, 'type' | 'streamId'>,
  playhead: Playhead,
): ViewerPresence => {
  const { lookers, count } = useLookers(streamType, streamId, positionOf(playhead))
  const { following, follow, stop } = useFollow(lookers, playhead)
  return { others: lookers, count, following, follow, stop }
}

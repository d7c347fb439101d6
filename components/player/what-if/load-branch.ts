import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { loadRange } from '@/lib/kit/client/stream-log/load-range'
import { windowOfEvent } from '@/lib/kit/history/history'
import { beginStreamBranch, type StreamBranch } from './stream-branch'

/** A branch takes so many events of what truly happened. */
export const longestBranch = 2_000

/** The branch that leaves truth after a version: truth still, for as far as it goes. Rejects when the server can't be asked. */
export const loadBranch = async (
  rules: StreamBranch['rules'],
  session: Pick<StreamSession, 'loadWindow' | 'head'>,
  after: number,
): Promise<StreamBranch> => {
  const { from, state, events } = await session.loadWindow(windowOfEvent(Math.max(1, after)))
  const base = rules.fold(state, events.slice(0, after - from))
  return beginStreamBranch(rules, base, await loadRange(session, after + 1, after + longestBranch))
}

import { UserRound } from 'lucide-react'
import { streamPath } from '@/lib/kit/client/stream-log/stream-path'
import type { StreamName } from '@/lib/kit/events/stream-name'
import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import { formatCount } from '../../ui/format'
import { plainKind } from './plain-kind'
import { type HintOf, plainSentence } from './plain-sentence'
import type { StreamView } from './stream-view'
import { typeWords } from './type-words'

/** What an application tells of all its streams. */
export interface PlainWords {
  pageOf(stream: StreamName): string | undefined
  storyPageOf(correlationId: string): string | undefined
  readonly hintOf: HintOf
}

/** A view to begin with: one of a type's own may say some of it better, and what is not in it. */
type PlainView = Omit<StreamView, 'Panel' | 'loadWhatIfView' | 'testWriter'>

/** How streams are shown of a type that has no view of its own: in the words and values of its events and states. */
export const plainView = (type: SearchableType, { pageOf, storyPageOf, hintOf }: PlainWords): PlainView => {
  const { streamType, eventNames } = type
  const milestones = new Set(type.milestones)
  return {
    streamType,
    noun: streamType,
    owner: { name: 'owner', icon: UserRound },
    beforeFirst: `What happens to this ${streamType} is written down here the moment it happens, and stays.`,
    apiPath: (streamId) => streamPath(streamType, streamId),
    pageOf,
    storyPageOf,
    kinds: Object.fromEntries(eventNames.map((name) => [name, plainKind(name)])),
    namesOf: () => undefined,
    sentence: (event) => plainSentence(event, hintOf),
    runSentence: (count, _first, { type: name }) => `${typeWords(name)} ${formatCount(count)} times`,
    weightOf: (name) => (milestones.has(name) ? 'bound' : { rise: 1, fall: 0 }),
    versionBefore: ({ version }) => version - 1,
    loadStateView: async () => (await import('./plain-state-view')).plainStateView(hintOf),
    loadSearchView: async () => (await import('./plain-search-view')).plainSearchView(type),
  }
}

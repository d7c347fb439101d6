import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { HistoryOrigin } from '@/lib/kit/wire/history-file'
import type { HistoryRead } from '@/lib/kit/wire/history-file-read'
import type { WhatIfView } from '../player/view/what-if-view'
import { problemWords } from './file-problem-words'

interface Named extends Versioned {
  readonly id: string
}

/** How the player reads and writes files of a stream type's histories; `noun` is what one of its streams is called. */
export const historyFiles = <State extends Named, Event extends DomainEvent>(
  noun: string,
  read: (text: string) => HistoryRead<State, Event>,
  toFile: (origin: HistoryOrigin, before: State, events: readonly Event[]) => object,
): Pick<WhatIfView<State, Event>, 'readFile' | 'writeFile'> => ({
  readFile: (text) => {
    const answer = read(text)
    if (answer.type === 'refused') return { type: 'refused', words: problemWords(answer.problem, noun) }
    const { before, events } = answer.history
    return { type: 'read', history: { streamId: before.id, before, events } }
  },
  writeFile: (origin, before, events) => JSON.stringify(toFile(origin, before, events), null, 2),
})

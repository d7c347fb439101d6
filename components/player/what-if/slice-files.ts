import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { StreamName } from '@/lib/kit/events/stream-name'
import { eventsOf } from '@/lib/kit/history/what-if'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { TestWriter } from '../view/stream-view'
import type { HistoryOrigin, WhatIfView } from '../view/what-if-view'
import type { StreamBranch } from './stream-branch'

/** Some of a branch's events in a row, and the state before them. */
export interface Slice {
  readonly before: Versioned
  /** What came before them from the stream's first event on; undefined where the branch begins later. */
  readonly past: readonly DomainEvent[] | undefined
  readonly events: readonly DomainEvent[]
}

/** The events of a branch from its version `first` to its version `last`. */
export const sliceOf = (branch: StreamBranch, first: number, last: number): Slice => {
  const { base, rules } = branch
  const events = eventsOf(branch)
  const past = events.slice(0, first - 1 - base.version)
  return {
    before: rules.fold(base, past),
    past: base.version === 0 ? past : undefined,
    events: events.slice(first - 1 - base.version, last - base.version),
  }
}

export interface TextFile {
  readonly name: string
  readonly text: string
  readonly type: string
}

/** Where a file that is written now comes from: what happened, or a branch. */
export const originNow = (isTruth: boolean): HistoryOrigin => ({
  exportedAt: new Date().toISOString(),
  told: isTruth ? 'truth' : 'branch',
})

/** The slice as JSON, to be looked at again or to be a test's fixture. */
export const historyFileOf = (
  { writeFile }: Pick<WhatIfView, 'writeFile'>,
  stream: StreamName,
  slice: Slice,
  origin: HistoryOrigin,
): TextFile => ({
  name: `${nameOf(stream, slice)}.json`,
  text: `${writeFile(origin, slice.before, slice.events)}\n`,
  type: 'application/json',
})

/** The slice as a test for this code base. */
export const testFileOf = async (
  writer: TestWriter,
  stream: StreamName,
  slice: Slice,
): Promise<TextFile> => ({
  name: `${nameOf(stream, slice)}.test.ts`,
  text: await writer.write({
    streamId: stream.id,
    given: slice.past ?? slice.before,
    events: slice.events,
  }),
  type: 'text/typescript',
})

const nameOf = ({ type, id }: StreamName, { before, events }: Slice): string =>
  `${type}-${id.replace(/[^A-Za-z0-9-]/g, '_')}-v${before.version + 1}-${before.version + events.length}`

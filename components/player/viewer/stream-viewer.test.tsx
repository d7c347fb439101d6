import { describe, expect, it } from 'vitest'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { openLog } from '@/lib/kit/client/stream-log/stream-log'
import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import {
  type DiaryEvent,
  type DiaryState,
  diary,
  opened,
  recordedDiary,
  struck,
  written,
} from '../testing/diary'
import { plainDiaryView as view } from '../testing/diary-view'
import { shownText } from '../testing/shown-text'
import { StatePanel } from './state-panel'
import { StreamHeading } from './stream-heading'
import { StreamViewer } from './stream-viewer'

const sessionOf = (
  events: readonly DiaryEvent[],
  type: SearchableType<DiaryState, DiaryEvent> = diary,
): StreamSession<DiaryState, DiaryEvent> => {
  const log = openLog(type, {
    streamType: 'diary',
    streamId: 'diary-1',
    createdAt: '2026-01-01T00:00:00.000Z',
    last: { from: 0, state: type.initial('diary-1'), events: recordedDiary(events) },
    windows: [],
  })
  return {
    type,
    streamId: 'diary-1',
    path: '/api/streams/diary/diary-1',
    readOnly: true,
    log,
    head: log.history.version,
    createdAt: log.createdAt,
    windows: { wish: () => () => undefined, wishAhead: () => () => undefined, defer: () => undefined },
    loadWindow: () => Promise.reject(new Error('no network')),
    spawnScan: () => ({
      postMessage: () => undefined,
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    }),
    optimistic: log.history.head,
    pending: [],
    connection: 'live',
  }
}

const shown = (session: StreamSession<DiaryState, DiaryEvent>, address = ''): Promise<string> =>
  shownText(
    <StreamViewer view={view} session={session} Heading={StreamHeading} Panel={StatePanel} />,
    address,
  )

const history = [opened, written('monday'), written('tuesday'), struck('monday')]

describe('a stream of a type that has no view of its own', () => {
  it('shows what it is, its events and its state', async () => {
    const page = await shown(sessionOf(history))
    expect(page).toContain('One diary’s record')
    expect(page).toContain('4 events')
    expect(page).toContain('Entry struck: id monday')
    expect(page).toContain('Now, at version 4')
    expect(page).toContain('On tuesday')
  })

  it('shows a version of its past', async () => {
    const page = await shown(sessionOf(history), '?v=2')
    expect(page).toContain('As it was at version 2')
    expect(page).toContain('"On monday"')
    expect(page).not.toContain('"On tuesday"')
    expect(page).toContain('not yet at this version')
  })

  it('shows an event of a type that it has never heard of', async () => {
    const unknown = { type: 'PageTorn', data: { page: 3 } } as unknown as DiaryEvent
    const page = await shown(sessionOf([...history, unknown]))
    expect(page).toContain('Page torn')
    expect(page).toContain('PageTorn')
    expect(page).toContain('5 events')
  })

  it('offers what there is: to compare and to search, but no what-if', async () => {
    const page = await shown(sessionOf(history), '?panel=what-if')
    expect(page).toContain('Compare')
    expect(page).toContain('When')
    expect(page).not.toContain('What if')
    expect(page).toContain('Now, at version 4')
  })

  it('tells what differs by the places in its state', async () => {
    const page = await shown(sessionOf(history), '?v=3&c=1')
    expect(page).toContain('entries[tuesday]\nadded')
  })
})

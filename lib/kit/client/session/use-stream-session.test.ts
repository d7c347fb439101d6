import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { stateAt } from '../../history/history'
import { searchable } from '../../wire/searchable-type'
import type { StreamOpening } from '../../wire/stream-opening'
import type { StreamSession } from './stream-session'
import { useStreamSession } from './use-stream-session'

interface Written {
  readonly type: 'NoteWritten'
  readonly data: { readonly lines: number }
}
interface Notebook {
  readonly lines: number
  readonly version: number
}

const evolve = ({ lines, version }: Notebook, { data }: Written): Notebook => ({
  lines: lines + data.lines,
  version: version + 1,
})
const notebooks = searchable(
  {
    streamType: 'notebook',
    milestones: [],
    ownerOf: () => undefined,
    initial: (): Notebook => ({ lines: 0, version: 0 }),
    evolve,
    fold: (state, events) => [...events].reduce(evolve, state),
    decide: () => ({ type: 'accepted', events: [] }),
  },
  { NoteWritten: true },
)
const written = (lines: number, version: number): RecordedEvent<Written> => ({
  type: 'NoteWritten',
  data: { lines },
  eventId: `event-${version}`,
  streamType: 'notebook',
  streamId: 'book 1',
  version,
  position: version,
  schemaVersion: 1,
  metadata: { actor: { kind: 'system', id: 'tests' }, correlationId: '', causationId: '', commandId: null },
  occurredAt: '2026-01-01T00:00:00.000Z',
  hash: '',
})

const spawnScan = vi.fn()
const opening: StreamOpening<Notebook, Written> = {
  streamType: 'notebook',
  streamId: 'book 1',
  createdAt: '2026-01-01T00:00:00.000Z',
  last: { from: 0, state: notebooks.initial('book 1'), events: [written(2, 1), written(3, 2)] },
  windows: [],
}

interface PageProps {
  readonly useSession: typeof useStreamSession
  readonly onSession: (session: StreamSession<Notebook, Written>) => void
}

const Page = ({ useSession, onSession }: PageProps) => {
  onSession(useSession({ type: notebooks, opening, spawnScan }))
  return null
}

/** A page's session as it is first rendered. */
const firstSession = (useSession = useStreamSession) => {
  const sessions: StreamSession<Notebook, Written>[] = []
  const page = createElement(Page, { useSession, onSession: (session) => sessions.push(session) })
  renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, page))
  return sessions[0]
}

it('a page that looks at a stream has all of it that it came with, and nothing on its way', () => {
  const session = firstSession()
  expect(session).toMatchObject({
    type: notebooks,
    streamId: 'book 1',
    path: '/api/streams/notebook/book%201',
    readOnly: true,
    head: 2,
    createdAt: '2026-01-01T00:00:00.000Z',
    optimistic: { lines: 5, version: 2 },
    pending: [],
    connection: 'connecting',
  })
  expect(session && stateAt(session.log.history, 1)).toEqual({ lines: 2, version: 1 })
  expect(spawnScan).not.toHaveBeenCalled()
})

afterEach(() => {
  vi.doUnmock('./use-reload')
  vi.resetModules()
})

it('a page that the server has left behind is loaded anew, as nothing is unsent', async () => {
  const useReload = vi.fn()
  vi.resetModules()
  vi.doMock('./use-reload', () => ({ useReload }))
  const { renewal } = await import('../connection/renewal')
  vi.spyOn(renewal, 'get').mockReturnValue(true)
  const anew = await import('./use-stream-session')
  expect(firstSession(anew.useStreamSession)?.connection).toBe('renewed')
  expect(useReload).toHaveBeenCalledWith({
    connection: 'renewed',
    unsent: { count: 0, isKept: true },
    isWritten: expect.any(Function),
  })
  expect(useReload.mock.lastCall?.[0].isWritten()).toBe(true)
})

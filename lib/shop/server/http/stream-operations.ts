import { exportReply } from '../../../kit/server/export/export-reply'
import { exportOfStream } from '../../../kit/server/export/stream-export'
import { unchangingAs, validatedAs } from '../../../kit/server/http/etag'
import { invalidFilter } from '../../../kit/server/http/event-filter-refusal'
import { answer } from '../../../kit/server/http/operation'
import { keyframesOf } from '../../../kit/server/streams/keyframes-of'
import { readEventsPage } from '../../../kit/server/streams/read-events-page'
import { scanReply } from '../../../kit/server/streams/scan-reply'
import { stateAt } from '../../../kit/server/streams/state-at'
import { windowAt } from '../../../kit/server/streams/window-at'
import { getStreamExport } from '../../../kit/wire/api-export'
import { getStreamKeyframes } from '../../../kit/wire/api-keyframes'
import { getStreamOutline } from '../../../kit/wire/api-outline'
import { getStreamScan } from '../../../kit/wire/api-scan'
import { getStream, getStreamEvents } from '../../../kit/wire/api-streams'
import { getStreamWindow } from '../../../kit/wire/api-windows'
import { parseEventFilter } from '../../../kit/wire/event-filter/parse-event-filter'
import { streamAt } from '../../../kit/wire/stream-ref'
import { searchableOf } from '../../wire/searchable-types'
import type { ServerContext } from '../shared-context'
import { on } from './on'

/** What the API tells of any stream, and of its history. */
export const streamOperations = (context: ServerContext) => {
  const { aggregates, commands, fileFormats, log, outlines, store, types } = context
  return [
    on(getStream, async ({ params: { streamType, streamId }, query }) => {
      const type = types.get(streamType)
      const found = await stateAt(aggregates, type, streamId, query)
      if (found.type === 'refused') return found
      const { version, position, state } = found
      const tagged = query.version === undefined ? validatedAs : unchangingAs
      return answer({ streamType, streamId, version, position, state: { ...state } }, tagged(type, version))
    }),
    on(getStreamEvents, async ({ params: { streamType, streamId }, query }) => {
      const type = types.get(streamType)
      const page = await readEventsPage(store, type, streamId, query)
      return answer(page, validatedAs(type, page.headVersion))
    }),
    on(getStreamKeyframes, async ({ params: { streamType, streamId }, query }) => {
      const page = await keyframesOf(context, types.get(streamType), streamId, query)
      const keyframes = page.keyframes.map(({ state, ...place }) => ({ ...place, state: { ...state } }))
      return answer({ ...page, keyframes })
    }),
    on(getStreamWindow, async ({ params: { streamType, streamId }, query: { from } }) => {
      const type = types.get(streamType)
      const found = await windowAt(context, type, streamId, from)
      if (found.type === 'refused') return found
      const { state, events } = found.window
      return answer({ from, state: { ...state }, events }, validatedAs(type, found.version))
    }),
    on(getStreamOutline, async ({ params: { streamType, streamId } }) => {
      return answer(await outlines.read(types.get(streamType), streamId))
    }),
    on(getStreamExport, async ({ identity, params, query: { format, f = '', ...range } }) => {
      const type = searchableOf(params.streamType)
      const parsed = parseEventFilter(f, type)
      if (parsed.type !== 'parsed') return invalidFilter(parsed)
      const by = { identity, at: commands.now() }
      const selection = { ...range, filter: parsed.filter, subjects: type.subjects }
      const source = await exportOfStream(store, streamAt(params), selection, by)
      return exportReply(source, fileFormats[format], log)
    }),
    on(getStreamScan, async ({ params, query: { after } }) => {
      return scanReply(store, streamAt(params), after, log)
    }),
  ]
}

import { exportReply } from '../../../kit/server/export/export-reply'
import { exportOfLog } from '../../../kit/server/export/log-export'
import { toEventFilter } from '../../../kit/server/http/event-filter'
import { answer } from '../../../kit/server/http/operation'
import { readStory } from '../../../kit/server/streams/read-story'
import { getEvent, getEvents } from '../../../kit/wire/api-events'
import { getEventsExport } from '../../../kit/wire/api-export'
import { getStory } from '../../../kit/wire/api-stories'
import type { ServerContext } from '../shared-context'
import { on } from './on'
import { refuseAbsent } from './refusal'

/** What the API tells of the whole log: its events, one of them, those of one story. */
export const logOperations = (context: ServerContext) => {
  const { commands, fileFormats, log, store } = context
  return [
    on(getEvents, async ({ query: { after, limit, ...asked } }) => {
      const filter = toEventFilter(asked)
      const found = await store.readAll({ after, limit: limit + 1, filter })
      const events = found.slice(0, limit)
      return answer({ events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null })
    }),
    on(getEventsExport, async ({ identity, query: { format, ...selection } }) => {
      const by = { identity, at: commands.now() }
      return exportReply(await exportOfLog(store, selection, by), fileFormats[format], log)
    }),
    on(getEvent, async ({ params: { eventId } }) => {
      const event = await store.readEvent(eventId)
      return event ? answer(event) : refuseAbsent('EventNotFound')
    }),
    on(getStory, async ({ identity, params: { correlationId }, query }) =>
      answer(await readStory(context, identity, correlationId, query)),
    ),
  ]
}

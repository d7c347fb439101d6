import { toEventFilter } from '../http/event-filter'
import type { EventStore } from '../store/event-store'
import { iterateAll } from '../store/iterate'
import { type Exporter, type ExportSource, madeBy } from './export-source'

type Selection = { readonly after: number } & Parameters<typeof toEventFilter>[0]

const pageSize = 500

/** The log's events up to its head as it is now, as far as the filter lets through. */
export const exportOfLog = async (
  store: Pick<EventStore, 'readAll' | 'headPosition'>,
  { after, ...asked }: Selection,
  exporter: Exporter,
): Promise<ExportSource> => {
  const headPosition = await store.headPosition()
  const [head] = await store.readAll({ direction: 'backwards', upTo: headPosition, limit: 1 })
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  return {
    name: `events-${after + 1}-${headPosition}`,
    manifest: {
      ...madeBy(exporter),
      source: { type: 'log', headPosition, headHash: head?.hash ?? null },
      selection: { after, upTo: headPosition, ...Object.fromEntries(given) },
    },
    events: iterateAll(store, { after, upTo: headPosition, filter: toEventFilter(asked), pageSize }),
  }
}

import { exportResponse } from '@/lib/kit/server/export/export-response'
import { exportOfStream } from '@/lib/kit/server/export/stream-export'
import { invalidFilter } from '@/lib/kit/server/http/event-filter-refusal'
import { getStreamExport } from '@/lib/kit/wire/api-export'
import { parseEventFilter } from '@/lib/kit/wire/event-filter/parse-event-filter'
import { streamAt } from '@/lib/kit/wire/stream-ref'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'
import { searchableOf } from '@/lib/shop/wire/searchable-types'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamExport, async ({ identity, params, query: { format, f = '', ...range } }) => {
    const type = searchableOf(params.streamType)
    const parsed = parseEventFilter(f, type)
    if (parsed.type !== 'parsed') return invalidFilter(parsed)
    const { store, commands, fileFormats, log } = getContext()
    const by = { identity, at: commands.now() }
    const selection = { ...range, filter: parsed.filter, subjects: type.subjects }
    const source = await exportOfStream(store, streamAt(params), selection, by)
    return exportResponse(source, fileFormats[format], log)
  }),
)

import { getEventsExport } from '@/lib/protocol/api-export'
import { exportResponse } from '@/lib/server/export/export-response'
import { exportOfLog } from '@/lib/server/export/log-export'
import { on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEventsExport, async ({ identity, query: { format, ...selection } }) => {
    const { store, commands, log } = getContext()
    const by = { identity, at: commands.now() }
    return exportResponse(await exportOfLog(store, selection, by), format, log)
  }),
)

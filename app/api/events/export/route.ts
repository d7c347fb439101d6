import { exportResponse } from '@/lib/kit/server/export/export-response'
import { exportOfLog } from '@/lib/kit/server/export/log-export'
import { getEventsExport } from '@/lib/kit/wire/api-export'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getEventsExport, async ({ identity, query: { format, ...selection } }) => {
    const { store, commands, fileFormats, log } = getContext()
    const by = { identity, at: commands.now() }
    return exportResponse(await exportOfLog(store, selection, by), fileFormats[format], log)
  }),
)

import type { SearchableType } from '../../wire/searchable-type'
import type { ToWorker } from './messages'
import { readScan } from './read-scan'
import { createScanHost } from './scan-host'

/** Makes this worker answer questions to streams of these types. */
export const serveScans = (types: readonly SearchableType[]): void => {
  const receive = createScanHost({
    types,
    read: readScan,
    post: (message, transfer) => self.postMessage(message, { transfer }),
    later: (work) => setTimeout(work, 0),
  })
  self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data)
}

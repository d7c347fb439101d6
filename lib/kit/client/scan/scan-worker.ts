import type { ToWorker } from './messages'
import { readScan } from './read-scan'
import { createScanHost } from './scan-host'

const receive = createScanHost({
  read: readScan,
  post: (message, transfer) => self.postMessage(message, { transfer }),
  later: (work) => setTimeout(work, 0),
})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data)

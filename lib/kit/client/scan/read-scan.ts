import { fromScanLine, type ScanLine, type ScannedEvent } from '../../wire/scan'
import type { FailedScan } from './messages'

interface Fetched extends Pick<Response, 'ok' | 'status'> {
  readonly body: ReadableStream<Uint8Array> | null
}

/** Reads a stream's events as they arrive; gives why it couldn't, or undefined when they were all there. */
export const readScan = async (
  address: string,
  onEvents: (events: readonly ScannedEvent[]) => void,
  ask: (address: string) => Promise<Fetched> = fetch,
): Promise<FailedScan | undefined> => {
  try {
    const { ok, status, body } = await ask(address)
    if (!ok || !body) return status >= 400 && status < 500 ? 'refused' : 'unavailable'
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of chunksOf(body)) {
      rest += decoder.decode(chunk, { stream: true })
      const end = rest.lastIndexOf('\n')
      if (end < 0) continue
      onEvents(eventsIn(rest.slice(0, end)))
      rest = rest.slice(end + 1)
    }
    return undefined
  } catch {
    return 'offline'
  }
}

/** Lines are parsed together, which is quicker; a line break in a string is escaped. */
const eventsIn = (lines: string): ScannedEvent[] =>
  (JSON.parse(`[${lines.replaceAll('\n', ',')}]`) as ScanLine[]).map(fromScanLine)

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

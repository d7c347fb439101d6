import type { CDPSession } from 'playwright'

/** Bytes that came over the network, as they were encoded. */
export interface Transferred {
  /** Documents, what scripts fetched, and what sockets brought. */
  readonly data: number
  readonly scripts: number
  /** Styles, fonts, pictures. */
  readonly rest: number
}

/** Counts what the page gets from now on. */
export const countTransfer = async (cdp: CDPSession): Promise<() => Transferred> => {
  const kinds = new Map<string, keyof Transferred>()
  const bytes = { data: 0, scripts: 0, rest: 0 }
  cdp.on('Network.requestWillBeSent', ({ requestId, type }) => kinds.set(requestId, kindOf(type)))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'rest'] += encodedDataLength
  })
  cdp.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes.data += Buffer.byteLength(response.payloadData)
  })
  await cdp.send('Network.enable')
  return () => ({ ...bytes })
}

const kindOf = (type: string | undefined): keyof Transferred => {
  if (type === 'Script') return 'scripts'
  return type === 'Document' || type === 'Fetch' || type === 'XHR' ? 'data' : 'rest'
}

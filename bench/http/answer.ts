/** What a server answered to one request. */
export interface Answer {
  readonly status: number
  /** As they were sent, a line each. */
  readonly head: string
  readonly body: Buffer
}

const endOfHead = Buffer.from('\r\n\r\n')
const none = Buffer.alloc(0)

/**
 * Takes what a connection receives, in whatever pieces it comes, and gives the answer as soon as it is whole. Knows what servers
 * send to who asks one thing at a time, and no more than that: a length or chunks.
 */
export const createAnswerReader = () => {
  let received: Buffer = none

  const take = (answer: Answer, end: number): Answer => {
    received = received.subarray(end)
    return answer
  }

  return (piece: Buffer): Answer | undefined => {
    received = received.length === 0 ? piece : Buffer.concat([received, piece])
    const headEnd = received.indexOf(endOfHead)
    if (headEnd < 0) return undefined
    const head = received.toString('latin1', 0, headEnd)
    const start = headEnd + endOfHead.length
    const status = Number(head.slice(9, 12))
    if (/^transfer-encoding: *chunked *$/im.test(head)) {
      const chunked = readChunks(received, start)
      return chunked && take({ status, head, body: chunked.body }, chunked.end)
    }
    const end = start + (hasNoBody(status) ? 0 : lengthOf(head))
    return received.length < end
      ? undefined
      : take({ status, head, body: received.subarray(start, end) }, end)
  }
}

const hasNoBody = (status: number): boolean => status === 204 || status === 304

const lengthOf = (head: string): number => {
  const length = headerOf(head, 'content-length')
  if (length === undefined) throw new Error(`An answer without a length:\n${head}`)
  return Number(length)
}

/** A header's value; its name in lower case. */
export const headerOf = (head: string, name: string): string | undefined => {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    if (line.slice(0, colon).toLowerCase() === name) return line.slice(colon + 1).trim()
  }
  return undefined
}

/** The chunks from a place on; undefined as long as the last one isn't there. No server here sends trailers. */
const readChunks = (bytes: Buffer, start: number): { body: Buffer; end: number } | undefined => {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const chunkStart = lineEnd + 2
    at = chunkStart + size + 2
    if (bytes.length < at) return undefined
    if (size === 0) return { body: Buffer.concat(chunks), end: at }
    chunks.push(bytes.subarray(chunkStart, chunkStart + size))
  }
}

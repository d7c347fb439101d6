import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBodyBytes } from '../../../kit/server/http/body'
import { malformed } from '../../../kit/server/http/malformed'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import { sendRefusal } from '../../../kit/server/http/refuse-early'
import { refuse } from './refusal'

/**
 * Refuses an action's call whose arguments Next could not make out: it would answer 500 and log a stack. What can be is
 * put back for Next to read. True when it refused, or nobody waits for an answer any more.
 */
export const refuseBadAction = async (
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const isAction = request.method === 'POST' && request.headers['next-action'] !== undefined
  if (!isAction) return false
  const length = Number(request.headers['content-length'])
  const refusal = whyNot(request, length) ?? (await badArguments(request, length))
  if (refusal === 'gone') return true
  if (refusal) sendRefusal(request, response, refusal)
  return refusal !== undefined
}

/** The pages' own calls are text with a length: their arguments are plain values. */
const whyNot = ({ headers }: IncomingMessage, length: number): HttpRefusal | undefined => {
  if (!Number.isInteger(length)) return lengthRequired
  if (length > maxBodyBytes) return tooLarge
  return headers['content-type']?.toLowerCase().startsWith('text/plain') ? undefined : notArguments
}

const badArguments = async (
  request: IncomingMessage,
  length: number,
): Promise<HttpRefusal | 'gone' | undefined> => {
  if (length === 0) return notArguments
  const body = await readAhead(request, length)
  if (!body) return 'gone'
  return isArguments(body) ? undefined : notArguments
}

/** Reads a body and puts it back, before its end is told. Undefined when it broke off. */
const readAhead = (request: IncomingMessage, length: number): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (body: Buffer | undefined) => {
      request.off('readable', read).off('close', broken).off('error', broken)
      resolve(body)
    }
    const broken = () => settle(undefined)
    const read = () => {
      for (let chunk = request.read(); chunk !== null; chunk = request.read()) {
        chunks.push(chunk)
        size += chunk.length
        if (size < length) continue
        const body = Buffer.concat(chunks)
        request.unshift(body)
        return settle(body)
      }
    }
    request.on('readable', read).on('close', broken).on('error', broken)
  })

const isArguments = (body: Buffer): boolean => {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return Array.isArray(parsed) && isPlain(parsed)
  } catch {
    return false
  }
}

/** React writes what JSON has not as a text that begins with `$`: of these only what stands for itself is a plain value. */
const standsForItself = /^\$(?:\$|undefined$|NaN$|-0$|-?Infinity$)/

const isPlain = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.startsWith('$') || standsForItself.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]) => key !== '__proto__' && isPlain(each))
}

const notArguments = malformed([{ field: 'body', message: 'are not the arguments of an action' }])

const tooLarge = refuse(413, 'TooLarge', 'The body must have at most 64 KB.', {
  data: { maxBytes: maxBodyBytes },
})

const lengthRequired = refuse(411, 'LengthRequired', 'Send it with its Content-Length.')

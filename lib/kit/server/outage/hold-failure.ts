import type { ServerResponse } from 'node:http'

type Write = ServerResponse['write']
type End = ServerResponse['end']

/**
 * Holds an answer of 500 back until it is decided whether another takes its place; all others pass as they are. Pages
 * can't say 503 themselves: what they throw becomes a 500 before anybody is asked.
 */
export const holdFailure = (
  response: ServerResponse,
  takePlace: () => Promise<((response: ServerResponse) => void) | undefined>,
): void => {
  const { writeHead, write, end } = response
  const held: unknown[][] = []
  let head: unknown[] | undefined
  let isHeld = false

  const isFailure = () => !response.headersSent && (isHeld || response.statusCode === 500)
  const letGo = () => {
    Object.assign(response, { writeHead, write, end })
  }
  const passOn = () => {
    if (head) Reflect.apply(writeHead, response, head)
    for (const [chunk, encoding] of held.slice(0, -1)) Reflect.apply(write, response, [chunk, encoding])
    Reflect.apply(end, response, held.at(-1) ?? [])
  }
  const decide = async () => {
    const instead = await takePlace().catch(() => undefined)
    if (response.destroyed) return
    letGo()
    if (!instead) return passOn()
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    instead(response)
  }

  response.writeHead = ((...args: [number, ...unknown[]]) => {
    if (args[0] === 500 && !response.headersSent) {
      isHeld = true
      response.statusCode = 500
      head = args
      return response
    }
    // Nothing is put back: what Next compresses with stands before these by now.
    return Reflect.apply(writeHead, response, args)
  }) as ServerResponse['writeHead']
  response.write = ((...args: unknown[]) => {
    if (!isFailure()) return Reflect.apply(write, response, args)
    isHeld = true
    held.push(args)
    const done = args.findLast((each) => typeof each === 'function') as (() => void) | undefined
    if (done) queueMicrotask(done)
    return true
  }) as Write
  response.end = ((...args: unknown[]) => {
    if (!isFailure()) return Reflect.apply(end, response, args)
    isHeld = true
    held.push(args)
    void decide()
    return response
  }) as End
}

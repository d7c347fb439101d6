import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HttpRefusal, inAMoment, refuse, retryAfter } from '../refusal'
import { refusalReply, type TextReply } from '../reply'
import { sendWhole } from '../send-whole'

/** One visitor asks too much. */
export const tooMany = (what: string, retryAfterMs = 1_000): HttpRefusal =>
  refuse(429, 'TooManyRequests', `${what}; ${inAMoment}`, retryAfter(retryAfterMs))

/** All together ask too much. */
export const overloaded = (retryAfterMs = 1_000): HttpRefusal =>
  refuse(
    503,
    'Overloaded',
    `There is more to do than can be done now; ${inAMoment}`,
    retryAfter(retryAfterMs),
  )

/** Tells a refusal to whoever asked: to people a page that comes back by itself, to an open page words, to programs a problem. */
export const answerBusy = (
  request: IncomingMessage,
  response: ServerResponse,
  refusal: HttpRefusal,
): void => {
  if (response.headersSent || response.destroyed) return
  sendWhole(request, response, toldTo(request, refusal))
}

const toldTo = (request: IncomingMessage, refusal: HttpRefusal): TextReply => {
  const problem = refusalReply(refusal)
  if (asksForPage(request)) {
    const headers = { ...problem.headers, 'content-type': 'text/html; charset=utf-8' }
    return { ...problem, headers, text: busyPage(refusal.headers?.['retry-after'] ?? '1') }
  }
  if (request.headers['next-action'] === undefined) return problem
  // The page takes the words for an action's error, and what it sent for something to send again.
  const headers = { ...problem.headers, 'content-type': 'text/plain; charset=utf-8' }
  return { ...problem, headers, text: refusal.detail }
}

const asksForPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false)

/** Light enough to be given to everybody while nothing else can be. */
const busyPage = (seconds: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${seconds}">
<meta name="color-scheme" content="light dark">
<title>Busy</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}</style>
</head>
<body>
<h1>This site is busy</h1>
<p>More is asked of it than it can answer right now. Nothing of yours is lost; this page tries again by itself.</p>
<p><a href="">Try again now</a></p>
</body>
</html>
`

import type { IncomingHttpHeaders } from 'node:http'

/**
 * May a browser have been made to send this by another site's page? Browsers attach cookies to such
 * requests; an API key nobody attaches but who has it. What no browser sent has neither header.
 */
export const isCrossSite = (headers: IncomingHttpHeaders): boolean => {
  if (headers.authorization) return false
  const site = headers['sec-fetch-site']
  if (site) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  return origin !== undefined && hostOf(origin) !== host
}

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/**
 * Was a page's action sent from elsewhere? Next compares `Origin` with where the request was sent to, by its proxy's
 * word where there is one, and breaks down when they differ.
 */
export const isForeign = (headers: IncomingHttpHeaders): boolean => {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  const forwarded = [headers['x-forwarded-host']].flat()[0]?.split(',')[0]?.trim()
  return hostOf(origin) !== (forwarded ?? host)
}

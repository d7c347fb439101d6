const longestMs = 60_000

/** What a Retry-After in seconds asks to wait, in milliseconds, within reason; undefined where there is none. */
export const afterSeconds = (headers: Pick<Headers, 'get'>): number | undefined => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? Math.min(seconds * 1000, longestMs) : undefined
}

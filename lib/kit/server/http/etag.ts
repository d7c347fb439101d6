import type { KeptStates } from '../../streams/stored-stream-type'

const dayInSeconds = 24 * 60 * 60

type Fold = Pick<KeptStates<never>, 'stateVersion'>

/**
 * The tag of what a version of a stream makes an answer say: the version, which `If-Match` may name, and the version of
 * the rules by which events are folded to states.
 */
const tagOf = ({ stateVersion }: Fold, version: number): string => `"${version}.${stateVersion}"`

/** What a person is shown is for nobody who asks after them on the same device. */
const own = { vary: 'cookie, authorization' }

/** Of an answer that is asked for again each time, and sent only when it is another. */
export const validatedAs = (fold: Fold, version: number) => ({
  ...own,
  etag: tagOf(fold, version),
  'cache-control': 'private, no-cache',
})

/** Of an answer about the past, which stays as it is; a day, since the server itself may be renewed. */
export const unchangingAs = (fold: Fold, version: number) => ({
  ...own,
  etag: tagOf(fold, version),
  'cache-control': `private, max-age=${dayInSeconds}, immutable`,
})

/** Does the sender have it already? `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

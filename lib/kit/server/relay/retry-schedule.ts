import { defaultRetries, type Retries } from '../work/retries'
import type { RelayTarget } from './target'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** When Standard Webhooks tries again, after each failed try. */
const rests = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]
const longest = 24 * hour

/** What failed at one time isn't tried again at one time. */
const jitter = 0.1

const webhookRetries: Retries = {
  tries: rests.length + 1,
  restMs: (failures) => (rests[failures - 1] ?? longest) * (1 + Math.random() * jitter),
}

/** How often what a target refused is tried, and when again. */
export const retriesOf = ({ type }: RelayTarget): Retries =>
  type === 'webhook' ? webhookRetries : defaultRetries

/** The same for what waits: the first of its tries was the follower's. */
export const behindTheFollower = ({ tries, restMs }: Retries): Retries => ({
  tries: tries - 1,
  restMs: (failures) => restMs(failures + 1),
})

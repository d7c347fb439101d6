import { TargetAway, TargetGone } from '../sender'

const mostText = 300
const gone = 410
const busy = new Set([429, 503])
/** It was understood, and this message is what is wrong. */
const ofMessage = new Set([400, 409, 413, 415, 422])

/** A request that was answered with a refusal, or with nothing. */
export class Refusal extends Error {
  override name = 'Refusal'

  constructor(
    message: string,
    /** It lies in the message for certain, not in how the receiver is. */
    readonly isOfMessage: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What an answer comes to: taken, or why not. @throws TargetAway, TargetGone */
export const judgeAnswer = (
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  text: string,
): Refusal | undefined => {
  if (status >= 200 && status < 300) return undefined
  const told = `It answered ${status}${text && `: ${text.slice(0, mostText)}`}`
  if (status === gone) throw new TargetGone(told)
  if (busy.has(status)) throw new TargetAway(told, { retryAfterMs: retryAfterMs(headers.get('retry-after')) })
  const isElsewhere = status >= 300 && status < 400
  return new Refusal(isElsewhere ? `${told}; it is not sent on to elsewhere` : told, ofMessage.has(status))
}

/** `Retry-After`, which is seconds or a date. */
const retryAfterMs = (text: string | null): number | undefined => {
  if (text === null) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

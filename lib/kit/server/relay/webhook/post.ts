import { Webhook } from 'standardwebhooks'
import type { RelayMessage } from '../sender'
import type { WebhookTarget } from '../target'
import { judgeAnswer, Refusal } from './answer'
import { isBroken, judgeFailure } from './failure'
import { readSome } from './read-some'

/** Why a message was refused; nothing where it was taken. */
export type Post = (message: RelayMessage) => Promise<Refusal | undefined>

/**
 * Makes requests as Standard Webhooks has them: an event under its id, signed with each of the secrets.
 * @throws TargetAway, TargetGone
 */
export const createPost = ({ url, timeoutMs, secrets }: WebhookTarget, now: () => Date): Post => {
  const signers = secrets.map((secret) => new Webhook(secret))

  const ask = async ({ eventId, body }: RelayMessage) => {
    const at = now()
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'Hindsight',
        'webhook-id': eventId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': signers.map((signer) => signer.sign(eventId, at, body)).join(' '),
      },
      body,
    })
    return { response, text: await readSome(response) }
  }

  /** A connection that was idle may have been closed meanwhile: then there is a second request, over another. */
  const askOnceMore = (message: RelayMessage) => (error: unknown) => {
    if (!isBroken(error)) throw error
    return ask(message)
  }

  return async (message) => {
    const asked = await ask(message)
      .catch(askOnceMore(message))
      .catch((error) => judgeFailure(error, timeoutMs))
    return asked instanceof Refusal ? asked : judgeAnswer(asked.response, asked.text)
  }
}

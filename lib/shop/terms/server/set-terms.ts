import type { StreamAccess } from '../../../kit/server/access/access'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import { streamOf } from '../../../kit/streams/stream-of'
import type { CommandAnswer } from '../../../kit/wire/answers'
import type { Delivery } from '../../cart/wire/commands'
import { actorOf } from '../../server/auth/actor-of'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { TermsRejection } from '../decide'
import type { TermsEvent } from '../events'
import { shopTermsId } from '../terms-stream'
import type { TermsRequest } from '../wire/api-terms'
import { storedTerms } from '../wire/stored-terms'

interface Dependencies {
  readonly handle: Handle
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
}

/** Sets one of the shop's terms, or takes one back; for staff alone. */
export const setTerms = async (
  { handle, access }: Dependencies,
  identity: ShopIdentity,
  command: TermsRequest,
  delivery: Delivery,
): Promise<CommandAnswer<TermsEvent, TermsRejection | { readonly type: 'NotAllowed' }>> => {
  if (!(await access.maySend(identity, streamOf(storedTerms, shopTermsId), command.type))) {
    return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  }
  const handled = await handle(storedTerms, {
    streamId: shopTermsId,
    command,
    actor: actorOf(identity),
    ...delivery,
  })
  return commandAnswer(shopTermsId, handled)
}

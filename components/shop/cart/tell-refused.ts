import type { RefusedCommand } from '@/lib/shop/cart/client/use-refusals'
import { named } from '../../ui/named'
import { tellTrouble } from '../../ui/tell'
import { rejectionSentence } from './rejection-sentence'
import { couldNot } from './request-words'

/** It was done a while ago, and is news. */
const longMs = 15_000

/** Says why a command did not happen, and that it did not where it was shown as if. */
export const tellRefused = ({ rejection, request, productName, wasShown }: RefusedCommand): void => {
  const name = productName && named(productName)
  const why = rejectionSentence(rejection, name)
  // One message at a time for one product, however often it is clicked.
  const id = `${rejection.type} ${'productId' in request ? request.productId : ''}`
  if (wasShown) tellTrouble(`${couldNot(request, name)}. ${why}`, { id, durationMs: longMs })
  else tellTrouble(why, { id })
}

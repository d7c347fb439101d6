import type { ProcessType } from '../../kit/processes/process-type'
import { abandonmentType } from '../abandonment/wire/abandonment-type'
import { fulfilmentType } from '../fulfilment/wire/fulfilment-type'
import { invoicingType } from '../invoicing/wire/invoicing-type'

/** Every process of the shop. */
export const processTypes: readonly ProcessType[] = [abandonmentType, fulfilmentType, invoicingType]

/** What goes by the name. @throws Error where nothing does: ask only where it is known. */
export const processNamed = (name: string): ProcessType => {
  const found = processTypes.find(({ streamType }) => streamType === name)
  if (!found) throw new Error(`There is no process ${name}`)
  return found
}

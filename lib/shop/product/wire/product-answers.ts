import type { ActionAnswer, CommandAnswer } from '../../../kit/wire/answers'
import type { StockRejection } from '../../stock/decide'
import type { StockEvent } from '../../stock/events'
import type { ProductEvent } from '../events'
import type { ProductRejection } from '../product'

export type CatalogueRejection =
  | ProductRejection
  | StockRejection
  /** A product of this id is in the catalogue, or was. */
  | { readonly type: 'ProductAlreadyListed'; readonly productId: string }
  | { readonly type: 'NotAllowed' }

/** What somebody was answered who changes the catalogue. */
export type ProductAnswer = CommandAnswer<ProductEvent | StockEvent, CatalogueRejection>
export type ProductActionAnswer = ActionAnswer<ProductEvent | StockEvent, CatalogueRejection>

import { id, plainText } from '../../../../kit/wire/text'
import { type Money, money } from '../../../money'
import type { ProductDescription } from '../../../product/events'
import { decimalsOf } from '../../../wire/amount'
import { readDecimal } from '../retail/decimal'
import type { CatalogueValues } from './columns'
import { plainTextOf } from './plain-text'

/** What a file says of a product. */
export interface ToldProduct extends ProductDescription {
  readonly productId: string
  readonly unitPrice: Money
}

/** Why a row says of no product what can be taken over. */
export type RowRefusal =
  | 'idUnfit'
  | 'nameMissing'
  | 'nameTooLong'
  | 'priceUnreadable'
  | 'priceTooFine'
  | 'priceTooHigh'
  | 'currencyUnknown'
  | 'twice'

export type ReadRow =
  | { readonly type: 'product'; readonly product: ToldProduct }
  /** One more picture of the product above. */
  | { readonly type: 'picture' }
  /** It isn't on sale where it comes from. */
  | { readonly type: 'notForSale' }
  | { readonly type: 'refused'; readonly reason: RowRefusal }

/** The product above, whose name, description and category rows of its variants leave out. */
export interface Above extends ProductDescription {
  readonly handle: string
  readonly isForSale: boolean
}

interface How {
  /** Of prices where the file has no column for it. */
  readonly currency: string
  readonly above: Above | undefined
}

const most = { name: 200, description: 2_000, category: 100, amount: 2 ** 31 - 1 }

/** What a row says, and what rows below it are to know of it. */
export const readRow = (
  values: CatalogueValues,
  { currency, above }: How,
): { row: ReadRow; above: Above | undefined } => {
  const [handle, title, price, body, category, type, group, ownCurrency, ...rest] = values
  const [option1, option2, option3, status, published] = rest
  const isFirst = title !== '' || above?.handle !== handle
  const head: Above | undefined = isFirst
    ? {
        handle,
        name: title,
        description: plainTextOf(body).slice(0, most.description),
        category: categoryOf(category, type),
        isForSale: !/^(draft|archived)$/i.test(status) && !/^false$/i.test(published),
      }
    : above
  const done = (row: ReadRow) => ({ row, above: head })
  if (!head?.name) return done(refused('nameMissing'))
  if (!isFirst && price === '') return done({ type: 'picture' })
  if (!head.isForSale) return done({ type: 'notForSale' })
  const options = [option1, option2, option3].filter((each) => each !== '' && each !== 'Default Title')
  const variant = options.map(slugOf).join('-')
  const productId = variant === '' ? handle : `${handle}-${variant}`
  if (!id.safeParse(productId).success) return done(refused('idUnfit'))
  const name = [head.name, ...(options.length > 0 ? [options.join(' / ')] : [])].join(', ')
  if (!plainText(most.name).safeParse(name).success) return done(refused('nameTooLong'))
  const read = readPrice(price, (ownCurrency || currency).toUpperCase())
  if (typeof read === 'string') return done(refused(read))
  const ofGroup = group || (variant === '' ? undefined : handle)
  const { description, category: ofCategory } = head
  return done({
    type: 'product',
    product: {
      productId,
      name,
      description,
      category: ofCategory,
      ...(ofGroup !== undefined && { group: ofGroup }),
      unitPrice: read,
    },
  })
}

const refused = (reason: RowRefusal): ReadRow => ({ type: 'refused', reason })

/** The shop's own word for it where there is one; of a taxonomy's path its last part. */
const categoryOf = (category: string, type: string): string =>
  (type || category.split('>').at(-1)?.trim() || 'Other').slice(0, most.category)

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'other'

const readPrice = (written: string, currency: string): Money | RowRefusal => {
  if (!/^[A-Z]{3}$/.test(currency)) return 'currencyUnknown'
  const read = readDecimal(written, '.')
  if (read?.type !== 'decimal') return 'priceUnreadable'
  const fraction = read.fraction.replace(/0+$/, '')
  const decimals = decimalsOf(currency)
  if (fraction.length > decimals) return 'priceTooFine'
  const amount = Number(`${read.whole}${fraction.padEnd(decimals, '0')}`)
  return amount > most.amount ? 'priceTooHigh' : money(amount, currency)
}

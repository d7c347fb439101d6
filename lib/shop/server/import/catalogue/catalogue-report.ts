import { exhaustive } from '../../../../kit/kernel/exhaustive'
import type { Money } from '../../../money'
import type { ProductEvent } from '../../../product/events'
import { writeAmount } from '../../../wire/amount'
import type { ImportedCatalogue, ProductChange, RowCounts } from './import-catalogue'

const meanings: Readonly<Record<keyof RowCounts, string>> = {
  header: 'header',
  blank: 'blank',
  listed: 'new in the catalogue',
  changed: 'told or priced anew',
  same: 'as the catalogue has them',
  picture: 'further pictures, which are not taken over',
  notForSale: 'not on sale where they come from',
  refused: 'refused',
}

const shown = { changes: 20, refused: 20 }

/** What became of a file's lines, or would, for people to read. */
export const formatCatalogueReport = (
  name: string,
  { lines, of, changes, refused }: ImportedCatalogue,
  isDryRun: boolean,
): string => {
  const counts = Object.entries(meanings).flatMap(([what, meaning]) => {
    const count = of[what as keyof RowCounts]
    return count === 0 ? [] : [`${`${count}`.padStart(9)}  ${meaning}`]
  })
  return [
    `${name}: ${lines} lines${isDryRun ? '; nothing was changed, this is what would be' : ''}`,
    ...counts,
    ...changes.slice(0, shown.changes).map(changeLine),
    ...more(changes.length - shown.changes, 'changes'),
    ...refused.slice(0, shown.refused).map(({ line, reason }) => `  line ${line} refused: ${reason}`),
    ...more(refused.length - shown.refused, 'refused lines'),
    '',
  ].join('\n')
}

const more = (count: number, what: string): string[] => (count > 0 ? [`  and ${count} more ${what}`] : [])

const changeLine = (change: ProductChange): string =>
  `  line ${change.line} ${change.productId}: ${changeWords(change)}`

/** What becomes of a product, in words. */
export const changeWords = ({ events }: Pick<ProductChange, 'events'>): string =>
  events.map(eventWords).join(', ')

const price = (money: Money): string => `${writeAmount(money)} ${money.currency}`

const eventWords = (event: ProductEvent): string => {
  switch (event.type) {
    case 'ProductListed':
      return `listed as ${event.data.name} at ${price(event.data.unitPrice)}`
    case 'ProductDescribed':
      return `told as ${event.data.name}`
    case 'ProductPriced':
      return `${price(event.data.oldPrice)} becomes ${price(event.data.newPrice)}`
    case 'ProductWithdrawn':
      return 'withdrawn'
    case 'ProductBroughtBack':
      return 'brought back'
    default:
      return exhaustive(event)
  }
}

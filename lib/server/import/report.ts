import type { Imported } from './import-retail'
import { type Refusal, type Refusals, refusalReasons } from './retail/refusals'

const number = new Intl.NumberFormat('en')
const count = (value: number): string => number.format(value).padStart(12)

/** What an import came to, for a person to read. */
export const formatReport = (fileName: string, imported: Imported, seconds: number): string => {
  const { ending, tally, refusals } = imported
  const { written, already } = tally
  const refused = [...refusals.values()].reduce((sum, refusal) => sum + refusal.count, 0)
  const there = (streams: number) => (streams > 0 ? `   ${number.format(streams)} were there already` : '')
  const lines = [
    heading(fileName, ending),
    `${count(tally.rows)}  rows read`,
    `${count(refused)}  rows refused`,
    ...reasons(refusals),
    `${count(written.cart)}  carts${there(already.cart)}`,
    `${count(written.product)}  products${there(already.product)}`,
    `${count(tally.relisted)}  products listed again with a later name or price`,
    `${count(written.customer)}  customers${there(already.customer)}`,
    `${count(tally.events)}  events in ${seconds.toFixed(1)} s (${number.format(Math.round(tally.events / seconds))}/s)`,
  ]
  if (tally.invoicesWithSecondPrice > 0) {
    lines.push(
      `${count(tally.invoicesWithSecondPrice)}  invoices sell a product again at another price (a cart keeps the first)`,
    )
  }
  if (tally.differentCarts > 0) {
    lines.push(
      `${count(tally.differentCarts)}  carts there already have other lines than this file gives them`,
    )
  }
  return `${lines.join('\n')}\n`
}

const heading = (fileName: string, ending: Imported['ending']): string => {
  switch (ending.type) {
    case 'finished':
      return `Imported ${fileName}`
    case 'stopped':
      return `Stopped. Run it again to go on: nothing is doubled. So far of ${fileName}:`
    case 'unreadable':
      return `${ending.message} What was complete stays, and nothing is doubled by importing the whole file. So far:`
  }
}

const reasons = (refusals: Refusals): string[] =>
  [...refusals].map(([reason, { count: rows, firstLines }]) => {
    const more = rows > firstLines.length ? ', ...' : ''
    return `${count(rows)}    ${refusalReasons[reason as Refusal]}; line ${firstLines.join(', ')}${more}`
  })

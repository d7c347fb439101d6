import type { Imported } from './import-retail'
import { placeText, type RemarkCount, type Remarks } from './remarks'
import { type LineRefusal, refusalReasons } from './retail/refusals'
import type { Survey } from './retail/survey'
import { conventionLines } from './survey-text'

const number = new Intl.NumberFormat('en')
const count = (value: number): string => number.format(value).padStart(12)

/** What an import came to, for a person to read. */
export const formatReport = (
  fileName: string,
  imported: Imported,
  survey: Survey,
  seconds: number,
): string => {
  const { ending, tally, refusals, otherwise } = imported
  const { lines, of, written, already } = tally
  const there = (streams: number) => (streams > 0 ? `   ${number.format(streams)} were there already` : '')
  const where = (value: number, text: string) => (value > 0 ? [`${count(value)}  ${text}`] : [])
  return `${[
    heading(fileName, ending),
    '',
    `${count(lines)}  lines read, of which`,
    ...where(of.header, 'header'),
    ...where(of.blank, 'blank'),
    ...where(of.recorded, 'recorded'),
    ...where(of.alreadyThere, 'there already, the same'),
    ...where(of.thereOtherwise, 'there already otherwise: what is there stays'),
    ...remarkLines(otherwise, (key) => key),
    ...where(of.refused, 'refused'),
    ...remarkLines(refusals, (reason) => refusalReasons[reason as LineRefusal]),
    ...where(of.left, 'not recorded yet: their invoice may not be complete'),
    '',
    `${count(written.cart)}  carts${there(already.cart)}`,
    `${count(written.product)}  products${there(already.product)}`,
    ...where(tally.relisted, 'products listed again with a later name or price'),
    ...where(tally.renamed, 'products have an id of their own: the shop has a product by their code'),
    `${count(written.customer)}  customers${there(already.customer)}`,
    `${count(tally.events)}  events in ${seconds.toFixed(1)} s (${number.format(Math.round(tally.events / seconds))}/s)`,
    ...where(
      tally.invoicesWithSecondPrice,
      'invoices sell a product again at another price: a line for each',
    ),
    ...where(tally.cartsWithMore, 'carts there already have lines that this file has not'),
    ...conventionLines(survey, refusals),
  ].join('\n')}\n`
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

/** Each kind with where its first rows are; on lines of their own where there is something to say of each. */
const remarkLines = <Key extends string>(remarks: Remarks<Key>, textOf: (key: Key) => string): string[] =>
  [...remarks].flatMap(([key, remark]) => [
    `${count(remark.count)}    ${textOf(key)}${inOneLine(remark)}`,
    ...said(remark),
  ])

const inOneLine = ({ count: lines, first }: RemarkCount): string => {
  if (first.some(({ says }) => says)) return ''
  const more = lines > first.length ? ', ...' : ''
  const [one, ...others] = first.map(({ place }) => placeText(place))
  return `; ${[one, ...others.map((text) => text.replace(/^line /, ''))].join(', ')}${more}`
}

const indent = ' '.repeat(18)

const said = ({ count: lines, first }: RemarkCount): string[] => {
  if (!first.some(({ says }) => says)) return []
  const more = lines > first.length ? [`${indent}...`] : []
  return [
    ...first.map(({ place, says }) => `${indent}${placeText(place)}${says ? `: ${says}` : ''}`),
    ...more,
  ]
}

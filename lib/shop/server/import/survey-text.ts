import type { Remarks } from './remarks'
import type { LineRefusal } from './retail/refusals'
import { type Evidence, only, type Survey } from './retail/survey'

const orderText = { 'day-first': 'day first', 'month-first': 'month first' }
const markText = { '.': 'points', ',': 'commas' }

/** How dates and numbers were read, where the file shows it, and what to do about those that have two meanings. */
export const conventionLines = (survey: Survey, refusals: Remarks<LineRefusal>): string[] => {
  const lines: string[] = []
  const order = only(survey.dates)
  if (order) lines.push(`Dates were read ${orderText[order]}${shownBy(survey.dates)}.`)
  if (refusals.has('dateAmbiguous')) {
    lines.push(
      `${why(survey.dates, 'dates', orderText)} Import it again with --dates day-first or --dates month-first.`,
    )
  }
  if (refusals.has('priceAmbiguous') || refusals.has('quantityAmbiguous')) {
    lines.push(
      `${why(survey.decimals, 'numbers', markText)} Import it again with --decimals . or --decimals ,`,
    )
  }
  return lines.length > 0 ? ['', ...lines] : []
}

const shownBy = <Convention extends string>(evidence: Evidence<Convention>): string => {
  const [place] = evidence.values()
  return place ? `, as ${place} shows` : ''
}

const why = <Convention extends string>(
  evidence: Evidence<Convention>,
  what: string,
  texts: Record<Convention, string>,
): string => {
  if (evidence.size === 0) return `The file doesn't show how its ${what} are meant.`
  const shown = [...evidence].map(([convention, place]) => `${texts[convention]} in ${place}`)
  return `The file shows its ${what} in two ways: ${shown.join(', ')}.`
}

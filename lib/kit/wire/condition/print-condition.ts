import { quote } from '../written'
import type { Condition, StreamValue, ValuePathStep } from './condition'

/** A condition as it is written; reading it gives the same condition. */
export const printCondition = (condition: Condition): string => {
  switch (condition.type) {
    case 'and':
    case 'or':
      return condition.parts.map((part) => printPart(part, condition.type)).join(` ${condition.type} `)
    case 'not':
      return `not ${printPart(condition.part, 'not')}`
    case 'has':
      return `has(${quote(condition.of)})`
    case 'compare':
      return `${printStreamValue(condition.value)} ${condition.operator} ${literal(condition)}`
  }
}

/** In parentheses where it would be read otherwise without. */
const printPart = (part: Condition, within: 'and' | 'or' | 'not'): string => {
  const isLooser = part.type === 'or' || (part.type === 'and' && within !== 'or')
  return isLooser ? `(${printCondition(part)})` : printCondition(part)
}

/** The words that a named value may be stand without quotes. */
const literal = ({ value, to }: Extract<Condition, { type: 'compare' }>): string =>
  typeof to === 'number' || value.type === 'named' ? String(to) : quote(to)

/** A value as it is written. */
export const printStreamValue = (value: StreamValue): string => {
  if (value.type === 'path') return value.path.map(stepText).join('')
  return value.of === undefined ? value.name : `${value.name}(${quote(value.of)})`
}

const stepText = (step: ValuePathStep, index: number): string => {
  if (typeof step === 'object') return `[${bareKey.test(step.key) ? step.key : quote(step.key)}]`
  return index === 0 ? step : `.${step}`
}

const bareKey = /^[\p{L}\p{N}_.-]+$/u

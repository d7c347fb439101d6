import { quote } from '../written'
import type { CartPathStep, CartValue, Condition } from './condition'

/** A condition as it is written; reading it gives the same condition. */
export const printCondition = (condition: Condition): string => {
  switch (condition.type) {
    case 'and':
    case 'or':
      return condition.parts.map((part) => printPart(part, condition.type)).join(` ${condition.type} `)
    case 'not':
      return `not ${printPart(condition.part, 'not')}`
    case 'has':
      return `has(${quote(condition.product)})`
    case 'compare':
      return `${printCartValue(condition.value)} ${condition.operator} ${literal(condition)}`
  }
}

/** In parentheses where it would be read otherwise without. */
const printPart = (part: Condition, within: 'and' | 'or' | 'not'): string => {
  const isLooser = part.type === 'or' || (part.type === 'and' && within !== 'or')
  return isLooser ? `(${printCondition(part)})` : printCondition(part)
}

const literal = ({ value, to }: Extract<Condition, { type: 'compare' }>): string => {
  if (typeof to === 'number' || value.type === 'status') return String(to)
  return quote(to)
}

/** A value as it is written. */
export const printCartValue = (value: CartValue): string => {
  switch (value.type) {
    case 'quantity':
    case 'price':
      return `${value.type}(${quote(value.product)})`
    case 'path':
      return value.path.map(stepText).join('')
    default:
      return value.type
  }
}

const stepText = (step: CartPathStep, index: number): string => {
  if (typeof step === 'object') return `[${bareKey.test(step.key) ? step.key : quote(step.key)}]`
  return index === 0 ? step : `.${step}`
}

const bareKey = /^[\p{L}\p{N}_.-]+$/u

import { exhaustive } from '../../kernel/exhaustive'
import type { Condition, Operator } from './condition'
import { valueReader } from './value-reader'
import type { ConditionVocabulary } from './vocabulary'

/** Makes a condition ready to be asked of many states. What a state doesn't have is unlike everything. */
export const holds = <State>(
  condition: Condition,
  vocabulary: ConditionVocabulary<State>,
): ((state: State) => boolean) => {
  switch (condition.type) {
    case 'and': {
      const parts = condition.parts.map((part) => holds(part, vocabulary))
      return (state) => parts.every((part) => part(state))
    }
    case 'or': {
      const parts = condition.parts.map((part) => holds(part, vocabulary))
      return (state) => parts.some((part) => part(state))
    }
    case 'not': {
      const part = holds(condition.part, vocabulary)
      return (state) => !part(state)
    }
    case 'has':
      return vocabulary.has?.(condition.of) ?? (() => false)
    case 'compare': {
      const { value, operator, to } = condition
      const valueIn = valueReader(value, vocabulary)
      return (state) => compare(valueIn(state), operator, to)
    }
    default:
      return exhaustive(condition)
  }
}

const compare = (value: unknown, operator: Operator, to: number | string): boolean => {
  if (operator === '=') return value === to
  if (operator === '!=') return value !== to
  if (!areComparable(value, to)) return false
  switch (operator) {
    case '<':
      return value < to
    case '<=':
      return value <= to
    case '>':
      return value > to
    case '>=':
      return value >= to
    default:
      return exhaustive(operator)
  }
}

const areComparable = (value: unknown, to: number | string): value is number | string =>
  typeof value === typeof to

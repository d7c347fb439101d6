import type { StreamValue, ValuePathStep } from './condition'
import type { ConditionVocabulary } from './vocabulary'

/** Makes a value ready to be looked up in many states. It is undefined where the state has no such thing. */
export const valueReader = <State>(
  value: StreamValue,
  { values, itemOf }: ConditionVocabulary<State>,
): ((state: State) => unknown) => {
  if (value.type === 'path') {
    return (state) => value.path.reduce<unknown>((place, step) => follow(place, step, itemOf), state)
  }
  const { name, of = '' } = value
  const named = values[name]
  return (state) => named?.valueIn(state, of)
}

const follow = (place: unknown, step: ValuePathStep, itemOf: ConditionVocabulary['itemOf']): unknown => {
  if (typeof place !== 'object' || place === null) return undefined
  if (typeof step === 'string') return Object.hasOwn(place, step) ? Reflect.get(place, step) : undefined
  if (!Array.isArray(place)) return undefined
  return itemOf?.(place, step.key) ?? place[Number(step.key)]
}

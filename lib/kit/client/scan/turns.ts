import type { Condition } from '../../wire/condition/condition'
import { holds } from '../../wire/condition/holds'
import type { SearchableType } from '../../wire/searchable-type'
import { countUpTo } from './sorted-versions'

/** Whether a condition is true of a stream of a type before its first event. */
export const holdsAtFirst = (
  { initial, vocabulary }: Pick<SearchableType, 'initial' | 'vocabulary'>,
  condition: Condition,
): boolean => holds(condition, vocabulary)(initial(''))

/** Whether a condition became true at its nth turn, from 0. Turns alternate. */
export const becameTrue = (atFirst: boolean, nth: number): boolean => atFirst === (nth % 2 === 1)

/** Whether a condition is true at a version, told by where it turned. */
export const holdsAt = (atFirst: boolean, turns: Uint32Array, version: number): boolean =>
  atFirst === (countUpTo(turns, version) % 2 === 0)

/** The turns at which it became true. */
export const trueTurns = (atFirst: boolean, turns: Uint32Array): Uint32Array =>
  turns.filter((_, nth) => becameTrue(atFirst, nth))

import { filterProblemWords } from '../../wire/event-filter/filter-problem-words'
import type { FilterProblem } from '../../wire/event-filter/parse-event-filter'
import { type Refusal, refuse } from './refusal'

/** A filter of events that can't be read: where, and why. */
export const invalidFilter = (problem: FilterProblem): Refusal =>
  refuse(400, 'InvalidFilter', filterProblemWords(problem), { data: { at: problem.at } })

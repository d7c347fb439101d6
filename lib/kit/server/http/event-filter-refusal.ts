import { filterProblemWords } from '../../wire/event-filter/filter-problem-words'
import type { FilterProblem } from '../../wire/event-filter/parse-event-filter'
import { type HttpRefusal, refuse } from './refusal'

/** A filter of events that can't be read: where, and why. */
export const invalidFilter = (problem: FilterProblem): HttpRefusal =>
  refuse(400, 'InvalidFilter', filterProblemWords(problem), { data: { at: problem.at } })

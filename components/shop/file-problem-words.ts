import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { HistoryProblem } from '@/lib/kit/wire/history-file-read'
import { formatCount } from '../ui/format'

/** Why a file can't be looked at, and what to do; `noun` is what it should be a history of. */
export const problemWords = (problem: HistoryProblem, noun: string): string => {
  switch (problem.type) {
    case 'NotJson':
      return 'This file isn’t JSON.'
    case 'UnknownFormat':
      return `This file is neither a saved history nor an export of one ${noun} in JSON.`
    case 'NewerFormat':
      return `This file has format ${problem.formatVersion}, which this version of the shop can’t read.`
    case 'NotOneStream':
      return `This is an export of the log. Take the export of one ${noun}.`
    case 'NotWhole':
      return `This export is cut off, or only a part. Export the whole ${noun} in JSON.`
    case 'TooLong':
      return `It has ${formatCount(problem.count)} events; at most ${formatCount(problem.max)} can be looked at.`
    case 'UnreadableEvent':
      return `Event ${problem.index + 1} (${problem.eventType}) is of a type or version this shop doesn’t know.`
    case 'Malformed':
      return `At ${problem.path || 'the top'}: ${problem.message}.`
    default:
      return exhaustive(problem)
  }
}

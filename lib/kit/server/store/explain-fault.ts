import { exhaustive } from '../../kernel/exhaustive'
import type { Fault } from './verify-log'

/** What is wrong, and where, for a person to read. */
export const explainFault = (fault: Fault): string => {
  const at = `Position ${fault.position}`
  switch (fault.type) {
    case 'WrongVersion':
      return `${nameOf(fault)}: the version before it is missing`
    case 'OutOfOrder':
      return `${nameOf(fault)}: it stands before an earlier version of its stream`
    case 'WrongHash':
      return `${nameOf(fault)}: it isn't what was written there, its hash doesn't fit`
    case 'Missing':
      return `${at}: from here on the log lacks ${fault.count} that were not archived`
    case 'AfterHead':
      return `${at}: it stands after the log's end, which is ${fault.head}`
    case 'ArchivedToo':
      return `${at}: ${fault.stream.type}/${fault.stream.id} stands in cold storage and in the log`
    default:
      return exhaustive(fault)
  }
}

const nameOf = ({ position, stream, version }: Extract<Fault, { version: number }>): string =>
  `Position ${position}, ${stream.type}/${stream.id}, version ${version}`

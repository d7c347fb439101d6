import { typeWords } from '@/components/player/view/type-words'
import { formatCount } from '@/components/ui/format'
import { sentenceCase } from '@/components/ui/sentence-case'
import { mostCounted, type ProcessSummary } from '@/lib/kit/wire/api-processes'

/** What a process is there for, where it says so. */
const purposes: Readonly<Record<string, string>> = {
  abandonment: 'Reminds of carts that are left alone, and closes them after longer',
  fulfilment: 'Sees orders through: their money, what they are told by mail, and when their time is over',
}

export const purposeOf = (name: string): string | undefined =>
  Object.hasOwn(purposes, name) ? purposes[name] : undefined

export const titleOf = (name: string): string => sentenceCase(typeWords(name).replaceAll(/[-_]/g, ' '))

/** How a process is doing, in a word. */
export const standingOf = ({ status, behind, waitingInputs, parked }: ProcessSummary): string => {
  if (status === 'new') return 'Not begun'
  if (status !== 'running') return status === 'paused' ? 'Paused' : 'Stopped'
  if (parked > 0) return 'Something is parked'
  if (waitingInputs > 0) return 'Tries again'
  return behind > 0 ? 'Catching up' : 'Up to date'
}

/** Does it need somebody? */
export const isInTrouble = ({ status, parked }: ProcessSummary): boolean => status === 'stopped' || parked > 0

/** A number of instances, which are not counted without end. */
export const instancesText = (waiting: number): string =>
  waiting >= mostCounted ? `${formatCount(mostCounted)} or more` : formatCount(waiting)

export const whatNames = {
  input: 'An input',
  timer: 'A timer',
  command: 'A command',
  effect: 'An effect',
} as const

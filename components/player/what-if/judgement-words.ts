import type { Judgement, Verdict } from '@/lib/kit/history/what-if-judge'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'

interface Words<Event, Rejection> {
  sentence(event: Event): string
  /** The rule that refuses. */
  refusal(rejection: Rejection): string
}

/** What became of a step that didn't just happen as it stands; undefined for one that did. */
export const judgementWords = <Event, Rejection>(
  judgement: Judgement<Event, Rejection>,
  words: Words<Event, Rejection>,
): string | undefined => {
  if (judgement.type === 'skipped') return 'Skipped'
  if (judgement.type !== 'waived') return verdictWords(judgement, words)
  const told = verdictWords(judgement.verdict, words)
  return told && `It happened so, though today’s rules say: ${told}`
}

const verdictWords = <Event, Rejection>(
  verdict: Verdict<Event, Rejection>,
  { sentence, refusal }: Words<Event, Rejection>,
): string | undefined => {
  switch (verdict.type) {
    case 'accepted':
      return undefined
    case 'adjusted':
      return `Here it becomes: ${verdict.events.map(sentence).join('; ')}`
    case 'idle':
      return 'Nothing to do: it is so already'
    case 'refused':
      return refusal(verdict.rejection)
    default:
      return exhaustive(verdict)
  }
}

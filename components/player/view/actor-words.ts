import type { Actor } from '@/lib/kit/events/recorded-event'

/** People are told by their kind; what isn't a person, by its name too. */
export const actorWords = ({ kind, id }: Actor): string =>
  kind === 'import' || kind === 'system' ? `${kind} ${id}` : kind

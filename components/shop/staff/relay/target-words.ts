import type { RelayTargetState } from '@/lib/kit/wire/api-relay'

export const typeNames: Readonly<Record<RelayTargetState['type'], string>> = {
  nats: 'JetStream',
  redis: 'Redis stream',
  webhook: 'Webhook',
}

/** How a target is doing, in a word. */
export const standingOf = ({ status, trouble, behind, parked }: RelayTargetState): string => {
  if (status === 'new') return 'Not begun'
  if (status !== 'running') return status === 'paused' ? 'Paused' : 'Stopped'
  if (trouble) return 'Away'
  if (parked > 0) return 'Something is parked'
  return behind > 0 ? 'Catching up' : 'Up to date'
}

/** Does it need somebody? */
export const isInTrouble = ({ status, trouble, parked }: RelayTargetState): boolean =>
  status !== 'new' && (trouble !== null || parked > 0)

/** Which events it is sent. */
export const eventsOf = ({ streamTypes, eventTypes, personal }: RelayTargetState): string => {
  const which = eventTypes ? eventTypes.join(', ') : 'All events'
  const where = streamTypes ? ` of ${streamTypes.join(', ')}` : ''
  return `${which}${where}, ${personal ? 'with personal fields' : 'without personal fields'}`
}

import type { LoggedEvent, Violation } from './operation'

/** The log by itself: positions and versions without gaps, in one order, and no event twice. `log` is by position. */
export const checkLog = (log: readonly LoggedEvent[]): Violation[] => {
  const violations: Violation[] = []
  const heads = new Map<string, number>()
  const seen = new Set<string>()
  for (const [index, event] of log.entries()) {
    const { eventId, stream, version, position } = event
    if (position !== index + 1) violations.push({ type: 'PositionGap', event })
    if (version !== (heads.get(stream) ?? 0) + 1) violations.push({ type: 'VersionGap', event })
    if (seen.has(eventId)) violations.push({ type: 'Doubled', event })
    heads.set(stream, version)
    seen.add(eventId)
  }
  return violations
}

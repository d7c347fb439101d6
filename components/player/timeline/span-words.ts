import { formatCount } from '@/components/ui/format'

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000] as const

/** How long, in the unit one would say it in, cut to whole ones: 12 s, 45 min, 3 h, 5 days. */
export const spanWords = (ms: number): string => {
  if (ms < minute) return `${Math.floor(ms / second)} s`
  if (ms < 2 * hour) return `${Math.floor(ms / minute)} min`
  if (ms < 2 * day) return `${Math.floor(ms / hour)} h`
  return `${formatCount(Math.floor(ms / day))} days`
}

/** A time of day, and how far from UTC it was told. */
export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
  readonly offsetMinutes: number
}

const midnight: TimeOfDay = { hour: 0, minute: 0, second: 0, ms: 0, offsetMinutes: 0 }

const shape =
  /^(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i

/** `8:26 PM`, `08:26:00.000+01:00`; midnight where there is none. Undefined when it isn't a time. */
export const readTime = (text: string | undefined): TimeOfDay | undefined => {
  if (text === undefined) return midnight
  const parts = shape.exec(text)?.groups
  if (!parts) return undefined
  const hour = hourOf(Number(parts.hour), parts.half)
  const minute = Number(parts.minute)
  const second = Number(parts.second ?? 0)
  const offsetMinutes = offsetOf(parts.zone)
  if (hour === undefined || offsetMinutes === undefined || minute > 59 || second > 59) return undefined
  return {
    hour,
    minute,
    second,
    ms: Number((parts.fraction ?? '').slice(0, 3).padEnd(3, '0')),
    offsetMinutes,
  }
}

const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (!half) return hour < 24 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

const offsetOf = (zone: string | undefined): number | undefined => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? []
  if (!sign) return 0
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const iso =
  /^(?<year>[1-9]\d{3})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d))?Z?$/
const american =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>[1-9]\d{3}) (?<hour>\d{1,2}):(?<minute>\d\d)(:(?<second>\d\d))?$/

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/**
 * `2010-12-01T08:26:00` or `12/1/2010 8:26` (month first) as ISO 8601. The file names no zone: read as UTC.
 * Undefined when it is no date that exists.
 */
export const readDate = (text: string): string | undefined => {
  const parts = (iso.exec(text) ?? american.exec(text))?.groups
  if (!parts) return undefined
  const { year, month, day, hour, minute, second } = parts
  const meant = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${two(second)}.000Z`
  const date = new Date(meant)
  // The 30th of February would be taken for the 2nd of March.
  return !Number.isNaN(date.getTime()) && date.toISOString() === meant ? meant : undefined
}

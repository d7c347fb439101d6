/** What an outline wants to know of an event. */
export interface OutlinedEvent {
  readonly type: string
  readonly version: number
  /** ISO 8601. */
  readonly occurredAt: string
}

/** Some of the events beside each other on an axis. */
export interface OutlineColumn {
  /** How many there are of each type. */
  readonly counts: Readonly<Record<string, number>>
  /** The last version up to here. */
  readonly last: number
}

/** A history cut into columns of equal width. */
export interface OutlineAxis {
  /** Where the first column begins: version 1, or milliseconds since 1970. */
  readonly start: number
  /** How wide a column is: in versions, or milliseconds. */
  readonly width: number
  readonly columns: readonly OutlineColumn[]
}

/** A whole history at a glance: how much of what happened, by version and by time. */
export interface Outline {
  /** The last version in it. */
  readonly version: number
  readonly byVersion: OutlineAxis
  readonly byTime: OutlineAxis
}

/** So many columns an outline begins with; it grows to twice as many before it is made anew. */
export const outlineColumns = 240
export const mostColumns = 2 * outlineColumns

/** How wide columns are that hold so much. */
export const columnWidth = (extent: number): number => Math.max(1, Math.ceil(extent / outlineColumns))

/** The outline before anything, with columns as wide as so many versions from a start to an end need. */
const emptyOutline = (versions: number, start: number, end: number): Outline => ({
  version: 0,
  byVersion: { start: 1, width: columnWidth(versions), columns: [] },
  byTime: { start, width: columnWidth(end - start + 1), columns: [] },
})

/** The outline with the events that follow it. Those before the time it starts at count as its first. */
export const extendOutline = (outline: Outline, events: readonly OutlinedEvent[]): Outline => {
  const fresh = events.filter(({ version }) => version > outline.version)
  const last = fresh.at(-1)
  if (!last) return outline
  return {
    version: last.version,
    byVersion: extendAxis(outline.byVersion, fresh, ({ version }) => version),
    byTime: extendAxis(outline.byTime, fresh, ({ occurredAt }) => Date.parse(occurredAt)),
  }
}

/** The outline of all events of a history. */
export const outlineOf = (events: readonly OutlinedEvent[]): Outline => {
  const times = events.map(({ occurredAt }) => Date.parse(occurredAt))
  const [start = 0] = times
  const end = times.reduce((latest, time) => Math.max(latest, time), start)
  return extendOutline(emptyOutline(events.length, start, end), events)
}

/** Has it grown so much finer than it needs be that it should be made anew? */
export const isOutgrown = ({ byVersion, byTime }: Outline): boolean =>
  Math.max(byVersion.columns.length, byTime.columns.length) > mostColumns

const extendAxis = (
  axis: OutlineAxis,
  events: readonly OutlinedEvent[],
  placeOf: (event: OutlinedEvent) => number,
): OutlineAxis => {
  const columns = [...axis.columns]
  for (const event of events) {
    // However long nothing happened, there is one column beyond at most: then it is made anew.
    const column = Math.min(mostColumns, columnAt(axis, placeOf(event)))
    while (columns.length <= column) columns.push({ counts: {}, last: columns.at(-1)?.last ?? 0 })
    const before = columns[column] as OutlineColumn
    const counts = { ...before.counts, [event.type]: (before.counts[event.type] ?? 0) + 1 }
    columns[column] = { counts, last: Math.max(before.last, event.version) }
  }
  return { ...axis, columns: lastsRising(columns) }
}

/** Time may run backwards from one version to the next; versions up to a column never do. */
const lastsRising = (columns: readonly OutlineColumn[]): OutlineColumn[] => {
  let last = 0
  return columns.map((column) => {
    last = Math.max(last, column.last)
    return column.last === last ? column : { ...column, last }
  })
}

/** The column of a place on the axis. */
const columnAt = ({ start, width }: OutlineAxis, place: number): number =>
  Math.max(0, Math.floor((place - start) / width))

/** The column a version is in. */
export const columnOfVersion = ({ columns }: OutlineAxis, version: number): number => {
  const column = columns.findIndex(({ last }) => last >= version)
  return column === -1 ? Math.max(0, columns.length - 1) : column
}

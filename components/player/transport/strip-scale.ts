import { columnOfVersion, type OutlineAxis, type OutlineColumn } from '@/lib/kit/history/outline'

/** A column of the strip as it is drawn. */
export interface StripColumn extends OutlineColumn {
  /** Where it begins and ends, in parts of the strip's width. */
  readonly from: number
  readonly to: number
  /** Stands for a time in which nothing happened, however long. */
  readonly isGap: boolean
}

/** How versions lie on the strip. */
export interface StripScale {
  readonly columns: readonly StripColumn[]
  /** Where a version stands, from 0 to 1. */
  readonly placeOf: (version: number) => number
  /** The version at a place from 0 to 1. */
  readonly versionAt: (place: number) => number
}

/** Each version as far from the next as any other. */
export const scaleByVersion = ({ width, columns }: OutlineAxis, head: number): StripScale => {
  const whole = Math.max(1, head)
  const edge = (version: number): number => Math.min(1, version / whole)
  return {
    columns: columns.map((column, index) => ({
      ...column,
      from: edge(index * width),
      to: edge((index + 1) * width),
      isGap: false,
    })),
    placeOf: edge,
    versionAt: (place) => Math.round(clamp(place) * head),
  }
}

/** So many columns in which nothing happened are drawn as a gap of one. */
const shortestGap = 3

/** By when it happened; long times in which nothing did are folded up. */
export const scaleByTime = ({ columns }: OutlineAxis, head: number): StripScale => {
  const drawn: OutlineColumn[] = []
  const gaps = new Set<OutlineColumn>()
  for (const column of foldGaps(columns)) {
    drawn.push(column.column)
    if (column.isGap) gaps.add(column.column)
  }
  const each = 1 / Math.max(1, drawn.length)
  const axis = { start: 0, width: 1, columns: drawn }
  return {
    columns: drawn.map((column, index) => ({
      ...column,
      from: index * each,
      to: (index + 1) * each,
      isGap: gaps.has(column),
    })),
    placeOf: (version) => {
      if (version <= 0 || drawn.length === 0) return 0
      if (version >= head) return 1
      const index = columnOfVersion(axis, version)
      const [before, last] = [drawn[index - 1]?.last ?? 0, drawn[index]?.last ?? version]
      return (index + (version - before) / Math.max(1, last - before)) * each
    },
    versionAt: (place) => {
      if (place >= 1) return head
      const at = clamp(place) * drawn.length
      const index = Math.min(drawn.length - 1, Math.floor(at))
      const [before, last] = [drawn[index - 1]?.last ?? 0, drawn[index]?.last ?? 0]
      return Math.round(before + (at - index) * (last - before))
    },
  }
}

const foldGaps = (columns: readonly OutlineColumn[]) => {
  const folded: { column: OutlineColumn; isGap: boolean }[] = []
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as OutlineColumn
    let empty = 0
    while (isEmpty(columns[index + empty])) empty++
    folded.push({ column, isGap: empty >= shortestGap })
    if (empty >= shortestGap) index += empty - 1
  }
  return folded
}

const isEmpty = (column: OutlineColumn | undefined): boolean =>
  column !== undefined && Object.keys(column.counts).length === 0

const clamp = (place: number): number => Math.min(1, Math.max(0, place))

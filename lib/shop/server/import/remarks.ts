import type { Place } from './table'

export interface Remark {
  readonly place: Place
  readonly says?: string | undefined
}

export interface RemarkCount {
  /** In lines. */
  readonly count: number
  readonly first: readonly Remark[]
}

/** What was said of rows, by what it is: how often, and where first. */
export type Remarks<Key extends string = string> = ReadonlyMap<Key, RemarkCount>

/** Hears of each row that a remark is made of. */
export type OnRemark = (key: string, remark: Remark) => void

const remarksKept = 5

/** Counts remarks, and keeps the first ones of each kind. */
export const createRemarks = <Key extends string>(onRemark: OnRemark = () => undefined) => {
  const counts = new Map<Key, RemarkCount>()
  return {
    add: (key: Key, remark: Remark): void => {
      const { count, first } = counts.get(key) ?? { count: 0, first: [] }
      counts.set(key, {
        count: count + remark.place.lines,
        first: first.length < remarksKept ? [...first, remark] : first,
      })
      onRemark(key, remark)
    },
    remarks: counts as Remarks<Key>,
  }
}

/** Where a remark's row stands, in words. */
export const placeText = ({ sheet, line }: Place): string =>
  sheet === undefined ? `line ${line}` : `${sheet}, row ${line}`

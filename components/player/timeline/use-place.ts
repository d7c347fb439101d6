'use client'

import { useCallback, useState } from 'react'
import type { RowScroller } from '../../ui/use-fixed-rows'
import type { Rows } from './rows'

/** What the list is brought to: its top while live, else the row of the version looked at. */
export const placeOf = (version: number, isLive: boolean, isFolded: boolean): string =>
  isLive ? live : `${version} ${isFolded}`

const live = 'live'

interface PlaceOptions {
  readonly place: string
  readonly version: number
  readonly isFolded: boolean
  readonly onSeek: (version: number) => void
}

/** Brings the list where the version looked at is. Gives how a version is chosen from the list itself. */
export const usePlace = ({ centre, toTop }: RowScroller, rows: Rows, options: PlaceOptions) => {
  const { place, version, isFolded, onSeek } = options
  const [placed, setPlaced] = useState(live)
  const [chosenHere, setChosenHere] = useState<string | null>(null)
  if (place !== placed) {
    setPlaced(place)
    // What was chosen here is in view already, and stays where the eye is.
    if (place !== chosenHere) {
      setChosenHere(null)
      if (place === live) toTop()
      else centre(Math.min(rows.count - 1, rows.indexOf(version)))
    }
  }
  return useCallback(
    (chosen: number) => {
      setChosenHere(placeOf(chosen, false, isFolded))
      onSeek(chosen)
    },
    [onSeek, isFolded],
  )
}

'use client'

import { useState } from 'react'
import { type Seats, seat } from './seats'

const nobody: Seats = new Map()

/** Which place in the page each row has, from one rendering to the next. `held` is the row that keeps its place. */
export const useSeats = (keys: readonly number[], held: number | undefined): Seats => {
  const [seats, setSeats] = useState(nobody)
  const seated = seat(seats, keys, held)
  if (seated !== seats) setSeats(seated)
  return seated
}

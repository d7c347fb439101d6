'use client'

import { useState } from 'react'
import { type Seats, seat } from './seats'

const nobody = () => new Map()

/** Which place in the page each row has, from one rendering to the next. `held` is the row that keeps its place. */
export const useSeats = <Key>(keys: readonly Key[], held?: Key): Seats<Key> => {
  const [seats, setSeats] = useState<Seats<Key>>(nobody)
  const seated = seat(seats, keys, held)
  if (seated !== seats) setSeats(seated)
  return seated
}

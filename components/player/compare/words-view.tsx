'use client'

import type { Compared } from '../view/state-view'
import { useStateView } from '../view/view-parts'

/** What differs, in the words of whoever knows the stream; suspends until they are there. */
export const WordsView = (compared: Compared) => {
  const { Difference } = useStateView()
  return <Difference {...compared} />
}

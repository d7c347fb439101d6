'use client'

import { memo, useMemo } from 'react'
import { Avatar, avatarFaces } from '../together/avatar'
import { useTogether } from '../together/together'
import type { StripScale } from './strip-scale'

/** Where the others look who look at the past. */
export const OthersMarks = memo(({ scale }: { readonly scale: StripScale }) => {
  const { others } = useTogether()
  const faces = useMemo(() => avatarFaces(others), [others])
  return others.map(
    (other) =>
      other.version !== null && (
        <span
          key={other.id}
          className="absolute -top-2 flex h-[calc(100%+0.5rem)] w-0 flex-col items-center border-edge border-l border-dotted"
          style={{ left: `${scale.placeOf(other.version) * 100}%` }}
        >
          <Avatar looker={other} face={faces.get(other.id)} className="scale-75 outline-1 outline-card" />
        </span>
      ),
  )
})

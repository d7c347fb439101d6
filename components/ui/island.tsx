'use client'

import { Activity, type ComponentType, lazy } from 'react'
import { whenWanted } from '@/lib/kit/client/page/early'
import { untilThere } from './until-there'

/**
 * A part of the page that the server draws, and whose code comes when somebody is at the page. What is done to it before
 * is kept (`useWake`). An `Activity` takes its markup over on its own, later than the rest; a `Suspense` would, too,
 * but the server sends what is large in one of these behind its fallback.
 */
export const island = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy(async () => {
    if (typeof window !== 'undefined') await whenWanted()
    return { default: await untilThere(load) }
  })
  return (props: Props) => (
    <Activity>
      <Part {...props} />
    </Activity>
  )
}

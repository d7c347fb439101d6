'use client'

import { use } from 'react'
import { untilThere } from '../../ui/until-there'
import type { SearchView } from './search-view'
import type { StateView } from './state-view'
import { useStreamView } from './use-stream-view'
import type { WhatIfView } from './what-if-view'

const begun = new WeakMap<object, Promise<unknown>>()

/** Begins to fetch a part of a view, once for all who need it. */
export const fetchViewPart = <Part>(load: () => Promise<Part>): Promise<Part> => {
  const part = (begun.get(load) as Promise<Part> | undefined) ?? untilThere(load)
  begun.set(load, part)
  return part
}

const useViewPart = <Part>(load: () => Promise<Part>): Part => use(fetchViewPart(load))

/** How states of the stream around here are read; suspends until that is there. */
export const useStateView = (): StateView => useViewPart(useStreamView().loadStateView)

/** How the history of the stream around here is searched; suspends until that is there. */
export const useSearchView = (): SearchView => useViewPart(useStreamView().loadSearchView)

/** How the stream around here is shown as it could have been; suspends until that is there. */
export const useWhatIfView = (): WhatIfView => {
  const { streamType, loadWhatIfView } = useStreamView()
  if (!loadWhatIfView) throw new Error(`There is no what-if of streams of type ${streamType}`)
  return useViewPart(loadWhatIfView)
}

'use client'

import { island } from '../../ui/island'

/** The search field, drawn by the server, at work when somebody is at the page. */
export const SearchIsland = island(async () => (await import('./search-with-address')).SearchWithAddress)

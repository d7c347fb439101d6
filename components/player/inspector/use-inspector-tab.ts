'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { asStep } from '@/lib/kit/client/playhead/as-step'

export const inspectorTabs = ['change', 'data', 'story', 'record'] as const
export type InspectorTab = (typeof inspectorTabs)[number]

const tabInAddress = parseAsStringLiteral(inspectorTabs).withDefault('change')

/** Which side of an event is shown; the address says it. */
export const useInspectorTab = () => {
  const [tab, setTab] = useQueryState('tab', tabInAddress)
  return {
    tab,
    show: (shown: InspectorTab) => void setTab(shown),
    /** Takes it out of the address, in one step with whatever else is taken out. */
    leave: () => void setTab(null, asStep),
  }
}

'use client'

import { debounce, parseAsString, useQueryState } from 'nuqs'
import { useCallback } from 'react'

/** The address follows when the hand rests. */
const inAddress = parseAsString
  .withDefault('')
  .withOptions({ history: 'replace', limitUrlUpdates: debounce(300) })

/** The condition one asks a history about, as the address has it. */
export const useWhen = () => {
  const [text, write] = useQueryState('when', inAddress)
  return { text, setText: useCallback((to: string) => void write(to), [write]) }
}

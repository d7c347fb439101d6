'use client'

import { useEffect, useRef } from 'react'

/** Calls when one stream gave way to another; a new stream that got its id is still the same. */
export const useOtherStream = (streamId: string | null, onOther: () => void): void => {
  const lookedAt = useRef(streamId)
  useEffect(() => {
    if (lookedAt.current !== null && lookedAt.current !== streamId) onOther()
    lookedAt.current = streamId
  }, [streamId, onOther])
}

'use client'

import { useEffect, useState } from 'react'

/** True from a change of the value until it has stayed the same for so many milliseconds. */
export const useIsChanging = (value: unknown, ms: number): boolean => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value !== settled
}

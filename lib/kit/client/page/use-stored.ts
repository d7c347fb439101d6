'use client'

import { useSyncExternalStore } from 'react'
import type { Stored } from './stored'

export const useStored = <Value>({ get, subscribe }: Stored<Value>, onServer: Value): Value =>
  useSyncExternalStore(subscribe, get, () => onServer)

'use client'

import { useDeskKeys } from '@/lib/kit/client/keys/use-desk-keys'
import type { Undo } from './use-undo'

/** Undo and redo by key; a field that is typed in, and a dialog, have the keys for themselves. */
export const useUndoKeys = ({ undo, redo }: Undo): void => useDeskKeys({ undo, redo })

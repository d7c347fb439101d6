import * as z from 'zod'
import { readList } from '../page/read-list'
import type { Breakpoint } from './breakpoint'
import type { SavedFilter } from './saved-filter'

const most = 50

const savedFilter = z.object({ name: z.string().min(1).max(60), text: z.string().min(1).max(500) })

const enabled = z.boolean()
const text = z.string().min(1).max(500)
const breakpoint = z.discriminatedUnion('type', [
  z.object({ type: z.literal('type'), eventType: z.string().min(1).max(100), enabled }),
  z.object({ type: z.literal('condition'), text, enabled }),
  z.object({ type: z.literal('path'), text, enabled }),
])

export const readSavedFilters = (json: string): readonly SavedFilter[] => readList(savedFilter, json, most)

export const readBreakpoints = (json: string): readonly Breakpoint[] => readList(breakpoint, json, most)

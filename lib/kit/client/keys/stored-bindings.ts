import * as z from 'zod'
import { type Bindings, defaultBindings } from './bindings'
import { type DeskCommandId, deskCommandIds } from './desk-commands'
import { isReserved } from './reserved'
import { parseStroke } from './stroke'

const isUsable = (key: string): boolean => {
  const stroke = parseStroke(key)
  return stroke !== undefined && !isReserved(stroke)
}

const keys = z
  .array(z.string())
  .transform((all) => all.filter(isUsable))
  .optional()
  .catch(undefined)

const keysOfCommands = Object.fromEntries(deskCommandIds.map((id) => [id, keys])) as Record<
  DeskCommandId,
  typeof keys
>

const stored = z.object({ keys: z.object(keysOfCommands), characters: z.boolean() })

/** Reads what a browser kept; what can't be read is as if it had not been kept. */
export const readBindings = (text: string): Bindings => {
  try {
    return stored.safeParse(JSON.parse(text)).data ?? defaultBindings
  } catch {
    return defaultBindings
  }
}

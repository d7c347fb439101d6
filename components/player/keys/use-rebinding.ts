'use client'

import { type KeyboardEvent, useState } from 'react'
import { saveBindings, useKeys } from '@/lib/kit/client/keys/bindings-store'
import { type DeskCommandId, deskCommands } from '@/lib/kit/client/keys/desk-commands'
import { useIsApple } from '@/lib/kit/client/keys/platform'
import { type Rebinding, rebind } from '@/lib/kit/client/keys/rebind'
import { parseStroke } from '@/lib/kit/client/keys/stroke'
import { strokeSign } from '@/lib/kit/client/keys/stroke-names'
import { strokeOfEvent } from '@/lib/kit/client/keys/stroke-of-event'

/** Which of a command's keys waits to be pressed; the one after its last is a new one. */
interface Waiting extends Rebinding {
  readonly slot: string
}

/** Changing a command's keys by pressing them, with what is to be said about it. */
export const useRebinding = () => {
  const { bindings } = useKeys()
  const isApple = useIsApple()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [told, setTold] = useState('')
  const signOf = (key: string): string => {
    const stroke = parseStroke(key)
    return stroke ? strokeSign(stroke, isApple) : key
  }

  const ask = (id: DeskCommandId, slot: string, inPlaceOf: string | undefined) => {
    setTold(
      inPlaceOf
        ? 'Press its new key. Delete removes it, Escape leaves it.'
        : 'Press its new key. Escape leaves it.',
    )
    setWaiting({ id, slot, inPlaceOf, contested: undefined })
  }
  const leave = () => {
    setTold('')
    setWaiting(null)
  }

  const hear = (event: KeyboardEvent) => {
    // Escape and Tab leave it as it was.
    const stroke = strokeOfEvent(event.nativeEvent, isApple)
    if (!waiting || !stroke || stroke.key === 'Escape' || stroke.key === 'Tab') return
    event.preventDefault()
    const { name } = deskCommands[waiting.id]
    const rebound = rebind(bindings, waiting, stroke)
    switch (rebound.type) {
      case 'reserved':
        return setTold(`${signOf(rebound.key)} has work of its own everywhere. Press another key.`)
      case 'conflict':
        setWaiting({ ...waiting, contested: rebound.key })
        return setTold(
          `${signOf(rebound.key)} is “${deskCommands[rebound.owner].name}”. Press it again to use it here, or another key.`,
        )
      case 'bound':
      case 'removed':
        saveBindings(rebound.bindings)
        setWaiting(null)
        return setTold(`Changed: ${name}.`)
    }
  }

  return { waiting, told, ask, leave, hear }
}

export type RebindingControl = ReturnType<typeof useRebinding>

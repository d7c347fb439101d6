'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { currentKeys, useKeys } from './bindings-store'
import type { DeskActions } from './desk-commands'
import { desk } from './desk-registry'
import { isTaken } from './is-taken'
import { isApple } from './platform'
import { press } from './press'
import { strokeOfEvent } from './stroke-of-event'

const onKeyDown = (event: KeyboardEvent): void => {
  const stroke = strokeOfEvent(event, isApple())
  if (!stroke || event.defaultPrevented || isTaken(stroke, event.target)) return
  const pressed = press({ stroke, repeat: event.repeat }, currentKeys(), desk)
  if (pressed.type === 'notOurs') return
  event.preventDefault()
  pressed.run?.()
}

/**
 * Does commands by key, and puts them into the palette, while the component is there. A command that is named but
 * undefined has nothing to do at the moment. Several components may each bring theirs.
 */
export const useDeskKeys = (actions: DeskActions): void => {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  // What this browser kept is read as soon as somebody asks.
  useKeys()
  useEffect(() => {
    if (desk.isEmpty()) window.addEventListener('keydown', onKeyDown)
    const leave = desk.register(() => latest.current)
    return () => {
      leave()
      if (desk.isEmpty()) window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

'use client'

import { type RefObject, useState } from 'react'
import type { RefusedEntry } from '../../../kit/client/outbox/use-command-session'
import type { Offers } from '../commands'
import type { CartRefusal } from '../wire/cart-answers'
import type { CartRequest } from '../wire/commands'
import type { CartTypes } from './cart-entry'
import type { CartLog } from './cart-log'
import { afterRefusal, type OutdatedClosing } from './closing'
import { offersOf } from './offers'
import type { Hear } from './use-offers'

/** A command that was refused, to be told of. */
export interface RefusedCommand {
  readonly rejection: CartRefusal
  readonly request: CartRequest
  /** How its product is called, where that is known. */
  readonly productName: string | undefined
  /** False when it was refused as it was asked for, true when that was seen to happen first. */
  readonly wasShown: boolean
}

interface RefusalOptions {
  readonly current: RefObject<string | null>
  readonly log: CartLog
  readonly offers: Offers
  readonly hear: Hear
  readonly onRefused: ((refused: RefusedCommand) => void) | undefined
}

/** What becomes of refusals: what they tell of the catalogue is heard, a closing is asked again, the rest is told. */
export const useRefusals = ({ current, log, offers, hear, onRefused }: RefusalOptions) => {
  const [outdated, setOutdated] = useState<OutdatedClosing>()
  const takeRefusal = (refused: RefusedEntry<CartTypes>): void => {
    const { entry, rejection, by } = refused
    if (by !== 'otherTab') hear(offersOf(rejection, offers, log.history.head.items))
    const after = afterRefusal(refused, current.current)
    if (after.outdated) setOutdated(after.outdated)
    const { request, productName } = entry
    if (after.isTold) onRefused?.({ rejection, request, productName, wasShown: by !== 'rules' })
  }
  return { outdated, takeRefusal }
}

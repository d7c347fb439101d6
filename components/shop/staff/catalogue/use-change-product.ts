'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newId } from '@/lib/kit/client/browser/new-id'
import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import { tell } from '../../../ui/tell'
import { unreachable } from '../../site/unreachable'
import { catalogueWords } from './catalogue-words'

/** Sends what is asked of the catalogue. Sent again after no answer, it is done once. */
export const useChangeProduct = <Asked>(
  send: (asked: Asked, commandId: string) => Promise<ProductActionAnswer>,
) => {
  const router = useRouter()
  const [commandId, setCommandId] = useState(newId)
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  /** Whether it was done. */
  const run = async (asked: Asked, done: string): Promise<boolean> => {
    setTrouble(undefined)
    setIsBusy(true)
    const answer = await send(asked, commandId).catch(() => undefined)
    setIsBusy(false)
    if (!answer) {
      setTrouble(unreachable)
      return false
    }
    // Whatever it was, it was answered: what is asked next is something else.
    setCommandId(newId())
    if (answer.type !== 'accepted') {
      setTrouble(catalogueWords(answer))
      return false
    }
    tell(answer.events.length > 0 ? done : 'It was so already.')
    router.refresh()
    return true
  }
  return { isBusy, trouble, run }
}

'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import { tell } from '../../../ui/tell'
import { unreachable } from '../../site/unreachable'
import { catalogueWords } from './catalogue-words'

/** Sends what is asked of the catalogue. Sent again after no answer, it is done once. */
export const useChangeProduct = <Asked>(
  send: (asked: Asked, commandId: string) => Promise<ProductActionAnswer>,
) => {
  const router = useRouter()
  const [sendOnce] = useState(createSendOnce)
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  /** Whether it was done. */
  const run = async (asked: Asked, done: string): Promise<boolean> => {
    setTrouble(undefined)
    setIsBusy(true)
    const answer = await sendOnce((commandId) => send(asked, commandId))
    setIsBusy(false)
    if (!answer) {
      setTrouble(unreachable)
      return false
    }
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

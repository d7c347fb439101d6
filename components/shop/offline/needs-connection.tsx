'use client'

import { useEffect } from 'react'
import { whenBack } from '@/lib/shop/client/offline/come-back'
import { Button } from '../../ui/button'
import { DeadEnd } from '../site/dead-end'

const again = () => window.location.reload()

/** A page that can't be shown without network, and comes by itself when that is back. */
export const NeedsConnection = () => {
  useEffect(() => whenBack(again), [])
  return (
    <DeadEnd
      title="This needs a connection."
      words="The page could not be fetched. It comes by itself when the shop can be reached again."
    >
      <Button variant="primary" size="lg" onClick={again}>
        Try now
      </Button>
    </DeadEnd>
  )
}

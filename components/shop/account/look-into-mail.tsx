'use client'

import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button'

interface LookIntoMailProps {
  readonly to: string
  /** What the mail lets one do. */
  readonly words: string
  readonly isByHand: boolean
  readonly onBack: () => void
}

/** What to do next for who asked for a mail: the same whatever the address is known for. */
export const LookIntoMail = ({ to, words, isByHand, onBack }: LookIntoMailProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // The form one was in is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="grid gap-4 text-md">
      <h2 ref={heading} tabIndex={-1} className="font-display text-3xl outline-none">
        Look into your mail
      </h2>
      {isByHand ? (
        <p>
          This shop has no server that sends mail. Its staff finds the mail for <Address>{to}</Address> under
          Mail, and hands you its link.
        </p>
      ) : (
        <p>
          A mail is on its way to <Address>{to}</Address>. {words}
        </p>
      )}
      {!isByHand && (
        <p className="text-muted">
          Is it not there in a few minutes? It may be among what your mailbox takes for spam.
        </p>
      )}
      <div>
        <Button onClick={onBack}>Use another address</Button>
      </div>
    </section>
  )
}

const Address = ({ children }: { readonly children: string }) => (
  <bdi className="wrap-anywhere font-medium">{children}</bdi>
)

'use client'

import type { SignUpFinish, SignUpFinished, SignUpLink } from '@/lib/shop/wire/sign-up'
import { FinishElsewhere } from './finish-elsewhere'
import { FinishHere } from './finish-here'
import { LinkEnd } from './link-end'
import { UnopenedLink } from './unopened-link'
import { useMailLink } from './use-mail-link'

interface FinishSignUpProps {
  readonly lookAtLink: (token: string) => Promise<SignUpLink>
  readonly finish: (finish: SignUpFinish) => Promise<SignUpFinished>
}

/** What the link of a sign-up opens: an account, at one press where it was asked for, and with a new password elsewhere. */
export const FinishSignUp = ({ lookAtLink, finish }: FinishSignUpProps) => {
  const { token, link } = useMailLink(lookAtLink)
  if (link === 'reading' || link === 'unreachable') return <UnopenedLink why={link} />
  switch (link.type) {
    case 'LinkOver':
      return (
        <LinkEnd ways={[signUp, signIn]}>
          This link was used, or its time is over. Sign in if you have finished before; else sign up once
          more.
        </LinkEnd>
      )
    case 'AlreadySignedUp':
      return (
        <LinkEnd ways={[shop]}>You are signed in to an account. To finish this one, sign out first.</LinkEnd>
      )
    default: {
      const Form = link.isHere ? FinishHere : FinishElsewhere
      return <Form name={link.name} email={link.email} finish={(owner) => finish({ token, owner })} />
    }
  }
}

const signUp = { href: '/sign-up', name: 'Sign up' }
const signIn = { href: '/sign-in', name: 'Sign in' }
const shop = { href: '/', name: 'To the shop' }

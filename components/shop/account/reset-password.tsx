'use client'

import { useState } from 'react'
import type { PasswordReset, PasswordResetAnswer, ResetLink } from '@/lib/shop/wire/password-reset'
import { LinkEnd } from './link-end'
import { ResetPasswordForm } from './reset-password-form'
import { UnopenedLink } from './unopened-link'
import { useMailLink } from './use-mail-link'

interface ResetPasswordProps {
  readonly lookAtLink: (token: string) => Promise<ResetLink>
  readonly resetPassword: (reset: PasswordReset) => Promise<PasswordResetAnswer>
}

/** What the link for a new password opens. */
export const ResetPassword = ({ lookAtLink, resetPassword }: ResetPasswordProps) => {
  const { token, link } = useMailLink(lookAtLink)
  const [isChanged, setIsChanged] = useState(false)
  if (isChanged) return <LinkEnd ways={[signIn]}>Your password is changed. Sign in with it.</LinkEnd>
  if (link === 'reading' || link === 'unreachable') return <UnopenedLink why={link} />
  if (link.type === 'LinkOver')
    return <LinkEnd ways={[again]}>This link was used, or its hour is over. Ask for another one.</LinkEnd>
  return (
    <ResetPasswordForm
      email={link.email}
      reset={(newPassword) => resetPassword({ token, newPassword })}
      onChanged={() => setIsChanged(true)}
    />
  )
}

const signIn = { href: '/sign-in', name: 'Sign in' }
const again = { href: '/forgot-password', name: 'Ask for another link' }

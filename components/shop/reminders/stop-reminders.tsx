'use client'

import { useState } from 'react'
import { Button } from '../../ui/button'
import { FormError } from '../account/form-error'
import { unreachable } from '../site/unreachable'

type Step = 'asked' | 'sending' | 'stopped' | 'unknown' | 'failed'

const words: Partial<Record<Step, string>> = {
  unknown: 'This link is not whole. Follow it from the mail once more.',
  failed: unreachable,
}

/** Stops reminders for whom the link in the mail is: the mail's address says so behind its #, nobody has to sign in. */
export const StopReminders = () => {
  const [step, setStep] = useState<Step>('asked')
  const stop = async () => {
    setStep('sending')
    const token = encodeURIComponent(window.location.hash.slice(1))
    const response = await fetch(`/api/reminders/stop?token=${token}&from=link`, { method: 'POST' }).catch(
      () => undefined,
    )
    if (response?.ok) return setStep('stopped')
    setStep(response && response.status < 500 ? 'unknown' : 'failed')
  }
  if (step === 'stopped') {
    return (
      <p role="status" className="text-md">
        Nobody reminds you any more. In your account you can have it otherwise.
      </p>
    )
  }
  return (
    <div className="grid gap-6">
      <FormError>{words[step]}</FormError>
      <Button variant="primary" size="lg" disabled={step === 'sending'} onClick={() => void stop()}>
        Stop reminding me
      </Button>
    </div>
  )
}

'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { RelayTargetState } from '@/lib/kit/wire/api-relay'
import { ReplayDialog } from './replay-dialog'
import { type Steer, useSteer } from './use-steer'

interface TargetControlsProps {
  readonly target: RelayTargetState
  readonly steer: Steer
}

/** What can be done with a target. */
export const TargetControls = ({ target: { name, type, status, parked }, steer }: TargetControlsProps) => {
  const { isBusy, run } = useSteer(steer)
  const [isReplaying, setReplaying] = useState(false)
  if (status === 'new') return null
  return (
    <div className="flex flex-wrap gap-2" aria-busy={isBusy}>
      {status === 'running' ? (
        <Button
          size="sm"
          onClick={() => run({ type: 'pause' }, { done: `${name} rests`, not: `${name} did not run` })}
        >
          Pause
        </Button>
      ) : (
        <Button
          size="sm"
          variant="primary"
          onClick={() => run({ type: 'resume' }, { done: `${name} goes on`, not: `${name} ran already` })}
        >
          Resume
        </Button>
      )}
      {parked > 0 && (
        <Button
          size="sm"
          onClick={() =>
            run(
              { type: 'retry' },
              { done: 'All that was parked is tried again', not: 'Nothing is parked any more' },
            )
          }
        >
          Try all again
        </Button>
      )}
      <Button size="sm" onClick={() => setReplaying(true)}>
        Replay…
      </Button>
      <ReplayDialog
        name={name}
        type={type}
        isOpen={isReplaying}
        onOpenChange={setReplaying}
        onReplay={(from) => {
          setReplaying(false)
          run(
            { type: 'replay', from },
            { done: `${name} is sent it again`, not: 'There is no such event, or it was not sent yet' },
          )
        }}
      />
    </div>
  )
}

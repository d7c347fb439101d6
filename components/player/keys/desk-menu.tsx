'use client'

import { Keyboard } from 'lucide-react'
import { lazy, Suspense, startTransition, useState } from 'react'
import { useDeskKeys } from '@/lib/kit/client/keys/use-desk-keys'
import { useShortcut } from '@/lib/kit/client/keys/use-shortcut'
import { Button } from '../../ui/button'
import { untilThere } from '../../ui/until-there'

interface DeskMenuProps {
  /** The last version one can go to. */
  readonly head: number
  readonly onGoTo: (version: number) => void
  /** Opens another stream; left out for those who have but their own. */
  readonly onOpenStream?: ((streamId: string) => void) | undefined
}

const HelpDialog = lazy(async () => ({
  default: (await untilThere(() => import('./help-dialog'))).HelpDialog,
}))
const Palette = lazy(async () => ({ default: (await untilThere(() => import('./palette'))).Palette }))

type Shown = 'help' | 'palette'

/** The button for all commands of the desk, and the dialogs that tell them; each is fetched when it is first asked for. */
export const DeskMenu = ({ head, onGoTo, onOpenStream }: DeskMenuProps) => {
  const [shown, setShown] = useState<Shown | null>(null)
  const [asked, setAsked] = useState<readonly Shown[]>([])
  const { sign, aria } = useShortcut('palette')
  // What they tell takes longer to be made than a frame; who pressed may go on meanwhile.
  const show = (what: Shown) =>
    startTransition(() => {
      setAsked((before) => [...before, what])
      setShown(what)
    })
  const close = () => setShown(null)
  useDeskKeys({ palette: () => show('palette'), help: () => show('help') })
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label="All commands"
        aria-haspopup="dialog"
        aria-keyshortcuts={aria}
        title={sign ? `All commands (${sign})` : 'All commands'}
        onClick={() => show('palette')}
      >
        <Keyboard aria-hidden className="size-4.5" strokeWidth={1.75} />
      </Button>
      <Suspense>
        {asked.includes('palette') && (
          <Palette
            open={shown === 'palette'}
            onClose={close}
            head={head}
            onGoTo={onGoTo}
            onOpenStream={onOpenStream}
          />
        )}
      </Suspense>
      <Suspense>{asked.includes('help') && <HelpDialog open={shown === 'help'} onClose={close} />}</Suspense>
    </>
  )
}

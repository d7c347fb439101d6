'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useShortcut } from '@/lib/kit/client/keys/use-shortcut'
import type { CartPlayhead } from '@/lib/shop/cart/client/cart-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { Button } from '../../ui/button'
import { useUndo } from './use-undo'
import { useUndoKeys } from './use-undo-keys'

interface UndoButtonsProps {
  readonly session: CartSession
  readonly playhead: CartPlayhead
}

/** Back and forth over the cart's changes, by button or key. What has nothing to do keeps the focus all the same. */
export const UndoButtons = ({ session, playhead }: UndoButtonsProps) => {
  const { undo, redo } = useUndo(session, playhead)
  useUndoKeys({ undo, redo })
  const steps = [
    { name: 'Undo', icon: Undo2, step: undo, shortcut: useShortcut('undo') },
    { name: 'Redo', icon: Redo2, step: redo, shortcut: useShortcut('redo') },
  ]
  return (
    <div className="flex pointer-coarse:gap-0.5">
      {steps.map(({ name, icon: Icon, step, shortcut }) => (
        <Button
          key={name}
          variant="ghost"
          size="icon"
          aria-label={name}
          aria-keyshortcuts={shortcut.aria}
          title={shortcut.sign ? `${name} (${shortcut.sign})` : name}
          aria-disabled={!step || undefined}
          onClick={step}
          className="aria-disabled:cursor-default aria-disabled:opacity-35! aria-disabled:hover:bg-transparent"
        >
          <Icon className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
        </Button>
      ))}
    </div>
  )
}

'use client'

import { Columns2, GitFork, type LucideIcon, ScanSearch } from 'lucide-react'
import type { RefObject } from 'react'
import { useShortcut } from '@/lib/client/keys/use-shortcut'
import { Button } from '../ui/button'
import type { Shown, Stage } from './use-stage'

type Tool = Exclude<Shown, 'cart' | 'event'>

interface StageButtonsProps {
  readonly stage: Stage
  readonly panelId: string
  readonly disabled: boolean
  /** The button pressed last: it gets the focus back. */
  readonly pressed: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** The tools that take the cart's place; pressed again, each gives it back. */
export const StageButtons = (props: StageButtonsProps) => {
  const compare = useShortcut('compare')
  const when = useShortcut('when')
  const whatIf = useShortcut('whatIf')
  return (
    <>
      <Tool {...props} tool="compare" name="Compare" icon={Columns2} shortcut={compare} />
      <Tool {...props} tool="when" name="When" icon={ScanSearch} shortcut={when} />
      <Tool {...props} tool="what-if" name="What if" icon={GitFork} shortcut={whatIf} />
    </>
  )
}

interface ToolProps extends StageButtonsProps {
  readonly tool: Tool
  readonly name: string
  readonly icon: LucideIcon
  readonly shortcut: ReturnType<typeof useShortcut>
}

const Tool = ({
  stage,
  panelId,
  disabled,
  pressed,
  onClose,
  tool,
  name,
  icon: Icon,
  shortcut,
}: ToolProps) => {
  const isOpen = stage.shown === tool
  return (
    <Button
      variant="ghost"
      size="tool"
      aria-label={name}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      aria-keyshortcuts={shortcut.aria}
      title={shortcut.sign ? `${name} (${shortcut.sign})` : name}
      disabled={disabled}
      onClick={({ currentTarget }) => {
        pressed.current = currentTarget
        if (isOpen) onClose()
        else stage.open(tool)
      }}
      className="aria-expanded:bg-ink aria-expanded:text-paper"
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      <span className="hidden @[58rem]:inline">{name}</span>
    </Button>
  )
}

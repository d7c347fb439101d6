import { Download, FlaskConical, type LucideIcon, Plus, Redo2, RotateCcw, Undo2 } from 'lucide-react'
import { Button } from '../../ui/button'
import type { BranchDesk } from './use-branch'

interface BranchToolsProps extends Pick<BranchDesk, 'undo' | 'redo' | 'reset'> {
  readonly onInsert: () => void
  readonly onSave: () => void
  readonly onSlice: () => void
}

/** What can be done with the branch as a whole. */
export const BranchTools = ({ undo, redo, reset, onInsert, onSave, onSlice }: BranchToolsProps) => (
  <div className="flex flex-wrap items-center gap-x-0.5 border-line border-b border-dashed px-2 py-1 sm:px-4">
    <Tool icon={Plus} label="Insert" onClick={onInsert} />
    <Tool icon={Undo2} label="Undo edit" onClick={undo} isBare />
    <Tool icon={Redo2} label="Redo edit" onClick={redo} isBare />
    <Tool icon={RotateCcw} label="Start over" onClick={reset} />
    <span className="ml-auto" />
    <Tool icon={Download} label="Save" title="Save the branch as JSON" onClick={onSave} />
    <Tool icon={FlaskConical} label="Slice" title="Export a slice as fixture or test" onClick={onSlice} />
  </div>
)

interface ToolProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly title?: string
  readonly onClick: (() => void) | undefined
  /** Only its sign is shown. */
  readonly isBare?: boolean
}

const Tool = ({ icon: Icon, label, title = label, onClick, isBare = false }: ToolProps) => (
  <Button
    variant="ghost"
    size="xs"
    title={title}
    aria-label={isBare ? label : undefined}
    disabled={!onClick}
    onClick={onClick}
  >
    <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
    {!isBare && <span className="@max-[26rem]:sr-only">{label}</span>}
  </Button>
)

'use client'

import { useMemo, useState } from 'react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import { stateAfter, truthBeside } from '@/lib/kit/history/what-if'
import { insertStep, replaceStep } from '@/lib/kit/history/what-if-steps'
import { useStreamView } from '../view/use-stream-view'
import { useWhatIfView } from '../view/view-parts'
import { BesideTruth } from './beside-truth'
import { branchKeys } from './branch-keys'
import { BranchSteps } from './branch-steps'
import { BranchTools } from './branch-tools'
import { download } from './download'
import { EventDialog } from './event-dialog'
import { SliceDialog } from './slice-dialog'
import { historyFileOf, originNow, sliceOf } from './slice-files'
import { StepSlider } from './step-slider'
import type { StreamBranch } from './stream-branch'
import { useBranch } from './use-branch'

interface BranchViewProps {
  readonly begun: StreamBranch
  /** Of the stream it is a branch of. */
  readonly streamId: string
  /** What the branch is held against: "Truth", or the file it was read from. */
  readonly name: string
}

/** A branch to be edited: its steps, and what the state would be beside what it was. */
export const BranchView = ({ begun, streamId, name }: BranchViewProps) => {
  const view = useStreamView()
  const whatIf = useWhatIfView()
  const stream = { type: view.streamType, id: streamId }
  const { branch, isTruth, edit, ...history } = useBranch(begun)
  const { steps, base } = branch
  const [wanted, setTaken] = useState(Math.min(1, steps.length))
  const [open, setOpen] = useState<'edit' | 'insert' | 'slice' | null>(null)
  const names = useMemo(
    () =>
      view.namesOf(
        base,
        steps.flatMap(({ events }) => events),
      ),
    [view, base, steps],
  )
  const taken = Math.min(wanted, steps.length)
  const isEditing = open === 'edit'

  const close = () => setOpen(null)
  const take = (event: DomainEvent) => {
    edit((now) => (isEditing ? replaceStep(now, taken - 1, [event]) : insertStep(now, taken, [event])))
    if (!isEditing) setTaken(taken + 1)
    close()
  }
  const save = () => {
    const slice = sliceOf(branch, base.version + 1, Number.POSITIVE_INFINITY)
    const file = historyFileOf(whatIf, stream, slice, originNow(isTruth))
    download(file.name, file.text, file.type)
  }

  return (
    <section
      aria-label="Branch"
      data-unsaved={isTruth ? undefined : true}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={branchKeys(history)}
    >
      <BranchTools
        {...history}
        onInsert={() => setOpen('insert')}
        onSave={save}
        onSlice={() => setOpen('slice')}
      />
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,3fr)_minmax(0,2fr)] @[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,21rem)] @[44rem]:grid-rows-1">
        <BranchSteps
          branch={branch}
          names={names}
          selected={taken - 1}
          edit={edit}
          onSelect={(index) => setTaken(index + 1)}
          onEdit={() => setOpen('edit')}
          onInsert={() => setOpen('insert')}
        />
        <div className="flex min-h-0 flex-col border-line border-t @[44rem]:border-t-0 @[44rem]:border-l">
          <BesideTruth truth={truthBeside(branch, taken)} branch={stateAfter(branch, taken)} name={name} />
        </div>
      </div>
      <StepSlider branch={branch} taken={taken} onTake={setTaken} />
      {open === 'slice' && <SliceDialog stream={stream} branch={branch} isTruth={isTruth} onClose={close} />}
      {(isEditing || open === 'insert') && (
        <EventDialog
          event={isEditing ? steps[taken - 1]?.events.at(-1) : undefined}
          before={stateAfter(branch, isEditing ? taken - 1 : taken)}
          names={names}
          onSave={take}
          onClose={close}
        />
      )}
    </section>
  )
}

'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import type { StreamName } from '@/lib/kit/events/stream-name'
import { eventsOf } from '@/lib/kit/history/what-if'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { useStreamView } from '../view/use-stream-view'
import { useWhatIfView } from '../view/view-parts'
import { download } from './download'
import { historyFileOf, originNow, type Slice, sliceOf, type TextFile, testFileOf } from './slice-files'
import type { StreamBranch } from './stream-branch'

interface SliceDialogProps {
  readonly stream: StreamName
  readonly branch: StreamBranch
  readonly isTruth: boolean
  readonly onClose: () => void
}

/** Takes some versions of the branch along, as a fixture or as a test. */
export const SliceDialog = ({ stream, branch, isTruth, onClose }: SliceDialogProps) => {
  const { noun, testWriter } = useStreamView()
  const whatIf = useWhatIfView()
  const lowest = branch.base.version + 1
  const highest = branch.base.version + eventsOf(branch).length
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(rangeWithin(lowest, highest)),
    defaultValues: { first: String(lowest), last: String(highest) },
  })
  const { first, last } = formState.errors
  const save = (toFile: (slice: Slice) => TextFile | Promise<TextFile>) =>
    handleSubmit(async (range) => {
      const { name, text, type } = await toFile(sliceOf(branch, Number(range.first), Number(range.last)))
      download(name, text, type)
      onClose()
    })
  const toFixture = (slice: Slice) => historyFileOf(whatIf, stream, slice, originNow(isTruth))
  return (
    <Dialog
      open
      onOpenChange={(opened) => !opened && onClose()}
      title="Export a slice"
      description={`Versions of the branch as it stands, with the ${noun} before them.`}
    >
      <form
        noValidate
        onSubmit={save(testWriter ? (slice) => testFileOf(testWriter, stream, slice) : toFixture)}
      >
        <div className="grid grid-cols-2 gap-6">
          <TextField label="From version" inputMode="numeric" error={first?.message} {...register('first')} />
          <TextField label="To version" inputMode="numeric" error={last?.message} {...register('last')} />
        </div>
        {testWriter && (
          <p className="pt-5 text-muted text-md">
            The test plays the commands these events came from and wants what the rules answer. Put it into{' '}
            <code className="font-mono text-xs">{testWriter.folder}</code> and run it.
          </p>
        )}
        <div className="grid grid-cols-2 gap-3 pt-5">
          <Button
            size="lg"
            type={testWriter ? 'button' : 'submit'}
            onClick={testWriter ? save(toFixture) : undefined}
          >
            Fixture (JSON)
          </Button>
          {testWriter && (
            <Button type="submit" variant="primary" size="lg">
              Test (vitest)
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

const rangeWithin = (lowest: number, highest: number) => {
  const isWithin = (text: string) =>
    /^\d+$/.test(text.trim()) && Number(text) >= lowest && Number(text) <= highest
  const version = z.string().refine(isWithin, `A version from ${lowest} to ${highest}.`)
  return z
    .object({ first: version, last: version })
    .refine(({ first, last }) => Number(first) <= Number(last), {
      path: ['last'],
      message: 'Not before the first.',
    })
}

import type { FailedScan } from '@/lib/kit/client/scan/messages'
import { Button } from '../../ui/button'
import { useStreamView } from '../view/use-stream-view'

const wordsOf = (noun: string): Readonly<Record<FailedScan, string>> => ({
  offline: 'The connection is gone; not all events were read.',
  unavailable: 'The server can’t answer now; not all events were read.',
  refused: `This ${noun}’s events aren’t yours to read. Sign in and try again.`,
})

interface ScanFailureProps {
  readonly failure: FailedScan
  readonly onRetry: () => void
}

/** Why not all events could be asked, and another try. */
export const ScanFailure = ({ failure, onRetry }: ScanFailureProps) => (
  <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-danger">
    {wordsOf(useStreamView().noun)[failure]}
    <Button size="sm" onClick={onRetry}>
      Try again
    </Button>
  </p>
)

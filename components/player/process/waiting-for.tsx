import type { ProcessRequest } from '@/lib/kit/processes/process-events'
import { sentenceCase } from '../../ui/sentence-case'
import { Time } from '../../ui/time'
import { KindMark } from '../view/kind-mark'
import { StreamLink } from '../view/stream-link'
import { useStreamView } from '../view/use-stream-view'
import { processKinds } from './process-kinds'
import { askedWords } from './process-sentence'

interface WaitingForProps {
  readonly request: ProcessRequest
}

/** Something that an instance of a process waits for: a time, what a stream answers, or what is done outside. */
export const WaitingFor = ({ request }: WaitingForProps) => {
  const { asks = {} } = useStreamView()
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3 py-2.5">
      <KindMark {...processKinds[request.type]} />
      <div className="min-w-0">
        <p className="wrap-anywhere text-md">{sentenceCase(askedWords(asks, request))}</p>
        <p className="wrap-anywhere text-muted text-sm">
          <Until request={request} />
        </p>
      </div>
    </div>
  )
}

const Until = ({ request }: Pick<WaitingForProps, 'request'>) => {
  switch (request.type) {
    case 'TimerSet':
      return (
        <>
          until <Time iso={request.data.dueAt} format="full" className="tabular-nums" />
        </>
      )
    case 'CommandRequested':
      return (
        <>
          for an answer of <StreamLink stream={request.data.stream} />
        </>
      )
    case 'EffectRequested':
      return <>until it is done</>
  }
}

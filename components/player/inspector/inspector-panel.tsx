'use client'

import { Inspector, type InspectorProps } from './inspector'
import { InspectorHeader } from './inspector-header'
import { neighbourKeys } from './neighbour-keys'
import { useInspectorTab } from './use-inspector-tab'

/** One event of the history, in the place of the state. */
export const InspectorPanel = (props: InspectorProps) => {
  const { id, session, version, onStep } = props
  const { leave } = useInspectorTab()
  const close = () => {
    leave()
    props.onClose()
  }
  return (
    <section
      id={id}
      aria-label="Event"
      onKeyDown={neighbourKeys({ version, head: session.head, onStep })}
      className="@container flex h-full min-h-0 animate-arrive flex-col"
    >
      <InspectorHeader
        session={session}
        version={version}
        onStep={onStep}
        onClose={close}
        title={(words) => <h2 className="truncate title">{words}</h2>}
      />
      <Inspector {...props} onClose={close} />
    </section>
  )
}

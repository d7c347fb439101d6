'use client'

import { useState } from 'react'
import { useWhatIfView } from '../view/view-parts'
import type { FileHistory } from '../view/what-if-view'
import { BranchView } from './branch-view'
import { beginStreamBranch } from './stream-branch'

/** A branch of what a file tells. */
export const FileBranch = ({ history }: { readonly history: FileHistory }) => {
  const { streamId, before, events } = history
  const { rules } = useWhatIfView()
  const [begun] = useState(() => beginStreamBranch(rules, before, events))
  return <BranchView begun={begun} streamId={streamId} name="In the file" />
}

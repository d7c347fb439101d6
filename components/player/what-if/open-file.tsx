'use client'

import { FolderOpen } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { Button } from '../../ui/button'
import { useWhatIfView } from '../view/view-parts'
import type { FileHistory } from '../view/what-if-view'

interface OpenFileProps {
  readonly onRead: (history: FileHistory, name: string) => void
  readonly onRefused: (words: string) => void
}

const largest = 32 * 1024 * 1024

/** Opens a saved history, or a stream's export, to look at it as a branch. The file stays in the browser. */
export const OpenFile = ({ onRead, onRefused }: OpenFileProps) => {
  const { readFile } = useWhatIfView()
  const input = useRef<HTMLInputElement>(null)
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    const read = file.size > largest ? undefined : readFile(await file.text())
    // The same file again is to be a change too.
    target.value = ''
    if (!read) onRefused('This file is larger than 32 MB.')
    else if (read.type === 'refused') onRefused(read.words)
    else onRead(read.history, file.name)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="History file"
        tabIndex={-1}
        className="sr-only"
        onChange={open}
      />
      <Button variant="ghost" size="xs" title="Open a saved history" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden className="size-3.5" strokeWidth={1.75} />
        <span className="@max-[26rem]:sr-only">Open a file</span>
      </Button>
    </>
  )
}

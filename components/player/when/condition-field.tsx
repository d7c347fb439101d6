'use client'

import { useId } from 'react'
import type { ConditionProblem } from '@/lib/kit/wire/condition/condition-problem'
import { FieldError } from '../../ui/field-error'
import { problemWords } from './problem-words'

interface ConditionFieldProps {
  readonly label: string
  readonly text: string
  readonly placeholder: string
  readonly problem: ConditionProblem | undefined
  readonly onChange: (text: string) => void
}

/** A line to write a condition on; where it makes no sense, the place and what should stand there. */
export const ConditionField = ({ label, text, placeholder, problem, onChange }: ConditionFieldProps) => {
  const id = useId()
  return (
    <div className="grid min-w-0">
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <input
        id={id}
        value={text}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        className="h-10 w-full min-w-0 border-edge border-b bg-transparent font-mono text-lg outline-none transition-colors placeholder:text-muted/70 focus:border-accent focus:shadow-[0_1px_0_var(--accent)] aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      {problem && (
        <FieldError id={`${id}-error`}>
          <Place text={text} problem={problem} />
          {problemWords(problem)}
        </FieldError>
      )}
    </div>
  )
}

const around = 24

/** The words around the wrong place, which is marked; nothing where something is missing at the end. */
const Place = ({ text, problem: { at, found } }: { text: string; problem: ConditionProblem }) => {
  if (found === '') return null
  const end = at + found.length
  return (
    <span className="wrap-anywhere mr-1.5 font-mono">
      {at > around && '…'}
      {text.slice(Math.max(0, at - around), at)}
      <span className="underline decoration-wavy underline-offset-4">{text.slice(at, end)}</span>
      {text.slice(end, end + around)}
    </span>
  )
}

import type { Path, PathStep } from '@/lib/kit/history/diff'
import { isRecord } from '@/lib/kit/history/diff'
import { isErased } from '@/lib/kit/kernel/erased'
import { isolated } from '../../ui/named'

/** A place in a state, as a programmer would write it: notes[n1].author.name. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => `${text}${stepText(step, text === '')}`, '')

const stepText = (step: PathStep, isFirst: boolean): string => {
  if (typeof step === 'object') return `[${step.key}]`
  if (typeof step === 'number') return `[${step}]`
  return isFirst ? step : `.${step}`
}

/** A value in a line's length of JSON, with room to break it: { "x": 1, "y": 2 }. */
export const valueText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`
  if (typeof value === 'string') return isolated(JSON.stringify(value))
  if (isErased(value)) return 'erased'
  if (!isRecord(value)) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${valueText(field)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

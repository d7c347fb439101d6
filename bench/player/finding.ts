import { figure, printTable } from '../table'

/** A figure that was measured, and what was set out for. */
export interface Finding {
  readonly what: string
  readonly measured: number
  readonly unit: string
  /** The most it may be; left out where it is only told. */
  readonly atMost?: number | undefined
}

/** Prints what was found beside what was set out for; it never fails a run. */
export const printFindings = (heading: string, findings: readonly Finding[]): void =>
  printTable([heading, 'measured', 'target', 'met'], findings.map(rowOf))

const rowOf = ({ what, measured, unit, atMost }: Finding): string[] => [
  what,
  amount(measured, unit),
  atMost === undefined ? '' : `<= ${amount(atMost, unit)}`,
  atMost === undefined ? '' : measured <= atMost ? 'yes' : '**no**',
]

const amount = (value: number, unit: string): string => [figure(value), unit].filter(Boolean).join(' ')

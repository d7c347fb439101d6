import { notebook } from '../notebook/notebook'
import { notebookProjections } from '../notebook/notebook-projections'
import { randomCommand } from '../notebook/random-command'
import { notebookWritten } from '../notebook/written'
import { workloadOf } from './workload'

/** Notebooks, to be written while all is killed around them. */
export const notebookWorkload = workloadOf({
  projections: notebookProjections,
  written: notebookWritten,
  aggregate: notebook,
  randomCommand,
})

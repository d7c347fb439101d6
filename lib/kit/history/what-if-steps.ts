import type { BranchStep, Steps } from './what-if'

/** The steps with one left out of what happens, or taken in again. */
export const skipStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  index: number,
  skipped: boolean,
): Steps<State, Event, Rejection> => changeStep(steps, index, (step) => ({ ...step, skipped }))

/** The steps with other events in the place of one's. */
export const replaceStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  index: number,
  events: readonly Event[],
): Steps<State, Event, Rejection> => changeStep(steps, index, (step) => ({ ...step, events }))

/** The steps with one as it was in truth; what was put in goes. */
export const resetStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  index: number,
): Steps<State, Event, Rejection> => {
  const truth = steps[index]?.truth
  if (!truth) return steps.filter((_, at) => at !== index)
  return changeStep(steps, index, (step) => ({ ...step, events: truth.events, skipped: false }))
}

/** The steps with one more, so that it stands at `index`. */
export const insertStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  index: number,
  events: readonly Event[],
): Steps<State, Event, Rejection> => {
  const id = steps.reduce((highest, step) => Math.max(highest, step.id), -1) + 1
  return steps.toSpliced(index, 0, { id, events, truth: undefined, skipped: false })
}

/** The steps with one elsewhere: it stands at `to` afterwards. */
export const moveStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  from: number,
  to: number,
): Steps<State, Event, Rejection> => {
  const step = steps[from]
  return step && to >= 0 && to < steps.length ? steps.toSpliced(from, 1).toSpliced(to, 0, step) : steps
}

const changeStep = <State, Event, Rejection>(
  steps: Steps<State, Event, Rejection>,
  index: number,
  change: (step: BranchStep<State, Event, Rejection>) => BranchStep<State, Event, Rejection>,
): Steps<State, Event, Rejection> => {
  const step = steps[index]
  return step ? steps.with(index, change(step)) : steps
}

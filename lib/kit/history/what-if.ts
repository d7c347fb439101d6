import { judge, type Outcome, type Verdict } from './what-if-judge'
import type { Known, Rules } from './what-if-rules'

/** The events of one command, where they stand in truth: by their last version, and what they led to. */
export interface TrueStep<State, Event, Rejection> {
  readonly version: number
  readonly events: readonly Event[]
  readonly state: State
  /** What today's rules say of it: not always `accepted`, for imports never asked them. */
  readonly verdict: Verdict<Event, Rejection>
}

/** What one command makes happen in a branch. */
export interface BranchStep<State, Event, Rejection> {
  /** Its own for as long as the branch lives. */
  readonly id: number
  readonly events: readonly Event[]
  /** What it was in truth; undefined for what was put in. */
  readonly truth: TrueStep<State, Event, Rejection> | undefined
  readonly skipped: boolean
}

export type Steps<State, Event, Rejection> = readonly BranchStep<State, Event, Rejection>[]

/** A history as it could have been: steps from a state on, and what became of each. Nothing of it is ever stored. */
export interface Branch<State, Event, Rejection> {
  readonly rules: Rules<State, Event, Rejection>
  readonly base: State
  /** What happened from the base on, in its order. */
  readonly truth: readonly TrueStep<State, Event, Rejection>[]
  readonly steps: Steps<State, Event, Rejection>
  /** One for each step. */
  readonly outcomes: readonly Outcome<State, Event, Rejection>[]
}

/** States know how many events they are made of, rejections what they are called. */
export type Versioned = { readonly version: number }
export type Typed = { readonly type: string }

/** The branch that is truth still: all events after `base`, in their order. */
export const beginBranch = <State extends Versioned, Event, Rejection extends Typed>(
  rules: Rules<State, Event, Rejection>,
  base: State,
  events: readonly Event[],
): Branch<State, Event, Rejection> => {
  const truth: TrueStep<State, Event, Rejection>[] = []
  const outcomes: Outcome<State, Event, Rejection>[] = []
  const states = new Map([[base.version, base]])
  let before = base
  for (const group of rules.parted(events, base.version)) {
    const state = rules.fold(before, group)
    const known = { stateAt: (version: number) => states.get(version), truth: state }
    const verdict = judge(rules, group, before, known)
    truth.push({ version: state.version, events: group, state, verdict })
    outcomes.push({ judgement: verdict.type === 'accepted' ? verdict : { type: 'waived', verdict }, state })
    states.set(state.version, state)
    before = state
  }
  const steps = truth.map((step, id) => ({ id, events: step.events, truth: step, skipped: false }))
  return { rules, base, truth, steps, outcomes }
}

/** The branch with other steps: those before the first that is another keep what became of them. */
export const withSteps = <State extends Versioned, Event, Rejection extends Typed>(
  branch: Branch<State, Event, Rejection>,
  steps: Steps<State, Event, Rejection>,
): Branch<State, Event, Rejection> => {
  const same = steps.findIndex((step, index) => step !== branch.steps[index])
  const kept = same === -1 ? steps.length : same
  const outcomes = branch.outcomes.slice(0, kept)
  const lookBack = lookingBack(branch, steps, outcomes)
  for (let index = kept; index < steps.length; index++) {
    const step = steps[index] as BranchStep<State, Event, Rejection>
    outcomes.push(becomes(branch.rules, step, stateBefore(branch.base, outcomes, index), lookBack(step)))
  }
  return { ...branch, steps, outcomes }
}

/** The branch's state after so many steps; its base before the first. */
export const stateAfter = <State, Event, Rejection>(
  { base, outcomes }: Branch<State, Event, Rejection>,
  steps: number,
): State => stateBefore(base, outcomes, steps)

/** What happened in the branch, as the rules would have written it, from its base on. */
export const eventsOf = <State, Event, Rejection>({
  steps,
  outcomes,
}: Branch<State, Event, Rejection>): Event[] =>
  outcomes.flatMap(({ judgement }, index) => {
    if (judgement.type === 'adjusted') return judgement.events
    const happened = judgement.type === 'accepted' || judgement.type === 'waived'
    return happened ? (steps[index]?.events ?? []) : []
  })

/** Where truth was when as many of its steps had happened as the branch has by then, skipped or not. */
export const truthBeside = <State extends Versioned, Event, Rejection>(
  { base, truth, steps }: Branch<State, Event, Rejection>,
  taken: number,
): State => {
  let happened = 0
  for (let index = 0; index < taken; index++) if (steps[index]?.truth) happened++
  return truth[happened - 1]?.state ?? base
}

const stateBefore = <State>(
  base: State,
  outcomes: readonly { readonly state: State }[],
  index: number,
): State => outcomes[index - 1]?.state ?? base

const lookingBack =
  <State extends Versioned, Event, Rejection>(
    { base }: Branch<State, Event, Rejection>,
    steps: Steps<State, Event, Rejection>,
    outcomes: readonly { readonly state: State }[],
  ) =>
  ({ truth, events }: BranchStep<State, Event, Rejection>): Known<State> => ({
    truth: truth?.events === events ? truth.state : undefined,
    stateAt: (version) => {
      const versionOf = (index: number) =>
        truth ? steps[index]?.truth?.version : outcomes[index]?.state.version
      for (let index = outcomes.length - 1; index >= 0; index--) {
        if (versionOf(index) === version) return outcomes[index]?.state
      }
      return version === base.version ? base : undefined
    },
  })

const becomes = <State, Event, Rejection extends Typed>(
  rules: Rules<State, Event, Rejection>,
  { events, truth, skipped }: BranchStep<State, Event, Rejection>,
  before: State,
  known: Known<State>,
): Outcome<State, Event, Rejection> => {
  if (skipped) return { judgement: { type: 'skipped' }, state: before }
  const verdict = judge(rules, events, before, known)
  if (verdict.type === 'accepted') return { judgement: verdict, state: rules.fold(before, events) }
  if (truth?.events === events && isAlike(verdict, truth.verdict)) {
    return { judgement: { type: 'waived', verdict }, state: rules.fold(before, events) }
  }
  return {
    judgement: verdict,
    state: verdict.type === 'adjusted' ? rules.fold(before, verdict.events) : before,
  }
}

const isAlike = <Event, Rejection extends Typed>(
  one: Verdict<Event, Rejection>,
  other: Verdict<Event, Rejection>,
): boolean =>
  one.type === 'refused' && other.type === 'refused'
    ? one.rejection.type === other.rejection.type
    : one.type === other.type

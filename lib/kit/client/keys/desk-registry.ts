import type { DeskActions, DeskCommandId } from './desk-commands'

type ActionsNow = () => DeskActions

/** Who can do what on the page now; whoever came last goes first. */
export const createDeskRegistry = () => {
  const registered: ActionsNow[] = []
  const whoKnows = (id: DeskCommandId): DeskActions | undefined =>
    registered.map((actions) => actions()).findLast((actions) => id in actions)

  return {
    /** Gives the way to take it back. */
    register: (actions: ActionsNow): (() => void) => {
      registered.push(actions)
      return () => void registered.splice(registered.indexOf(actions), 1)
    },
    /** Is it something this page knows, whether or not there is anything to do now? */
    knows: (id: DeskCommandId): boolean => whoKnows(id) !== undefined,
    actionOf: (id: DeskCommandId): (() => void) | undefined => whoKnows(id)?.[id],
    isEmpty: (): boolean => registered.length === 0,
  }
}

export type DeskRegistry = ReturnType<typeof createDeskRegistry>

/** The page's desk. */
export const desk = createDeskRegistry()

import { newId } from './new-id'

type SendOnce = <Answer>(send: (commandId: string) => Promise<Answer>) => Promise<Answer | undefined>

/**
 * Makes what sends under one command id until it is answered, whatever the answer is: what is sent again after none is done once.
 * Gives nothing where none came.
 */
export const createSendOnce = (): SendOnce => {
  let commandId = newId()
  return async (send) => {
    const answer = await send(commandId).catch(() => undefined)
    // It was answered: what is asked next is something else.
    if (answer !== undefined) commandId = newId()
    return answer
  }
}

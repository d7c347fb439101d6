interface Waiting<Request, Answer> {
  readonly request: Request
  readonly resolve: (answer: Answer | Promise<Answer>) => void
}

/** Does one at a time of what is asked for; of what is asked for meanwhile only the newest, the others are superseded. */
export const newestOnly = <Request, Answer>(
  work: (request: Request) => Promise<Answer>,
  superseded: Answer,
): ((request: Request) => Promise<Answer>) => {
  let isBusy = false
  let waiting: Waiting<Request, Answer> | undefined

  const run = async (request: Request): Promise<Answer> => {
    isBusy = true
    try {
      return await work(request)
    } finally {
      isBusy = false
      const next = waiting
      waiting = undefined
      if (next) next.resolve(run(next.request))
    }
  }

  return (request) => {
    if (!isBusy) return run(request)
    waiting?.resolve(superseded)
    return new Promise((resolve) => {
      waiting = { request, resolve }
    })
  }
}

import { PermanentFailure } from '../work/retries'

/** Whoever looks after mails reads the words alone; where they were thrown says nothing. */
const wordless = (error: Error): void => {
  error.stack = error.message
}

/** The server won't take this mail, however often it is tried. */
export class MailRefused extends PermanentFailure {
  override name = 'MailRefused'

  constructor(why: string) {
    super(why)
    wordless(this)
  }
}

/** The server didn't take this mail, for now. */
export class MailPostponed extends Error {
  override name = 'MailPostponed'

  constructor(why: string) {
    super(why)
    wordless(this)
  }
}

/** The server takes no mail at all, for now. */
export class MailServerAway extends Error {
  override name = 'MailServerAway'

  constructor(why: string) {
    super(why)
    wordless(this)
  }
}

/** The queue of waiting work in which mails are. */
export const mailQueue = 'mail'

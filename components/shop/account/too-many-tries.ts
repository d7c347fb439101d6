/** What one is told who tried too often, with how long to wait. */
export const tooManyTries = (seconds: number): string => {
  if (!(seconds > 0)) return 'Too many tries. Wait a minute, then try again.'
  const wait =
    seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`
  return `Too many tries. Wait ${wait}, then try again.`
}

/** What one is told when so many others have passwords looked at that one's own has to wait. */
export const tooBusy = 'Many people sign in right now. Try again in a few seconds.'

/** Where one signs in, to come back to a path. */
export const signInPage = (next: string): string => `/sign-in?${new URLSearchParams({ next })}`

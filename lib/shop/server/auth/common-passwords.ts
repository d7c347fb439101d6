let common: Promise<ReadonlySet<string>> | undefined

/** Is it one of the 49,233 passwords that are tried first? In any case of letters. The list is read when it is first needed. */
export const isCommonPassword = async (password: string): Promise<boolean> => {
  common ??= readList()
  return (await common).has(password.toLowerCase())
}

const readList = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

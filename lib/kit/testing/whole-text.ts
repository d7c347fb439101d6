/** All of what a reply streams. */
export const wholeText = async ({ texts }: { readonly texts: AsyncIterable<string> }): Promise<string> => {
  let whole = ''
  for await (const text of texts) whole += text
  return whole
}

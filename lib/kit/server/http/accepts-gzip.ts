/** May what is answered be packed by gzip, as `Accept-Encoding` has it (RFC 9110, 12.5.3)? */
export const acceptsGzip = (acceptEncoding: string | string[] | undefined): boolean => {
  if (typeof acceptEncoding !== 'string') return false
  const weights = new Map(acceptEncoding.split(',').map(weighed))
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0
}

const weighed = (coding: string): [name: string, weight: number] => {
  const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
}

import { lazy, Suspense } from 'react'
import { untilThere } from '../../ui/until-there'

type ProductPictureProps = { productId: string; name: string; hasPicture: boolean; className?: string }

const PictureTile = lazy(async () => {
  const { PictureTile } = await untilThere(() => import('./picture-tile'))
  return { default: PictureTile }
})

/** Decorative: the product's name always stands beside it, so neither form is announced. */
export function ProductPicture({ productId, hasPicture, className }: ProductPictureProps) {
  if (!hasPicture)
    return (
      <Suspense fallback={<span className={`block bg-sunken ${className}`} />}>
        <PictureTile productId={productId} className={className} />
      </Suspense>
    )

  return (
    <img
      src={`/pictures/${productId}.svg`}
      alt=""
      width={320}
      height={320}
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}

import { PictureTile } from './picture-tile'

type ProductPictureProps = { productId: string; name: string; hasPicture: boolean; className?: string }

/** Decorative: the product's name always stands beside it, so neither form is announced. */
export function ProductPicture({ productId, hasPicture, className }: ProductPictureProps) {
  if (!hasPicture) return <PictureTile productId={productId} className={className} />

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

/** Says that a search would have taken too long. */
export const SearchTooBroad = () => (
  <div role="alert" className="border-ink border-t py-20 text-center">
    <p className="font-display text-3xl">Too much to look through</p>
    <p className="mx-auto mt-2 max-w-sm text-balance text-muted text-md">
      Add something that fewer carts have: a product, a customer, a time.
    </p>
  </div>
)

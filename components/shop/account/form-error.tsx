/** What went wrong with a form as a whole. */
export const FormError = ({ children }: { readonly children: string | undefined }) => (
  <p role="alert" className="text-danger text-md empty:hidden">
    {children}
  </p>
)

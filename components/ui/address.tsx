/** An e-mail address; where it does not fit it is broken behind its at sign, not before its last letter. */
export function Address({ children }: { children: string }) {
  const at = children.lastIndexOf('@') + 1;
  if (at === 0) return <>{children}</>;
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
}

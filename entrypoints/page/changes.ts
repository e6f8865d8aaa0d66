/** What an observer of the whole document hears of, without what is ours. */

/**
 * The changes that the page has made. Our host beside its content comes and goes without any: what the page says is
 * what it was, and need not be read again.
 *
 * @param isOurs whether a node is a host of ours
 */
export function madeByPage(
  records: readonly MutationRecord[],
  isOurs: (node: Node) => boolean,
): readonly MutationRecord[] {
  return records.filter(
    ({ type, addedNodes, removedNodes }) =>
      type !== 'childList' || ![...addedNodes, ...removedNodes].every((node) => isOurs(node)),
  );
}

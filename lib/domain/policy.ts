/** What an organization may set for itself; the defaults are product.md's. Editing arrives with the findings. */
export interface Policy {
  /** Days after which a reading of a key page or member list no longer counts as fresh. */
  readingDays: number;
  /** Days after which a production / sandbox key is due for replacement. */
  rotationDays: { production: number; sandbox: number };
}

export const defaultPolicy: Policy = { readingDays: 30, rotationDays: { production: 90, sandbox: 180 } };

/**
 * What the JSON API answers. Names follow the published API where it has the same thing (`membership_id`, `is_active`,
 * `date_created`…) and the few internal endpoints that were seen (section 4); the rest is assumed.
 */
export {};

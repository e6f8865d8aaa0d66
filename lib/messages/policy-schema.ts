/** What a policy may look like: one place for messages, rows on the disk, backups and the policy's own file. */
import { nameKey } from '../domain/identity.ts';
import type { Policy } from '../domain/policy.ts';
import { day } from './observation-schema.ts';
import { later, z } from './z.ts';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const share = later(() => z.number().check(z.minimum(0.01), z.maximum(10)));
const limit = later(() => ({
  perMinute: whole(1, 10_000_000),
  asOf: z.nullable(day()),
  source: z.string().check(z.maxLength(500)),
}));

export const policySchema = later(
  () =>
    z.strictObject({
      readingDays: whole(1, 3650),
      rotationDays: z.strictObject({ production: whole(0, 36_500), sandbox: whole(0, 36_500) }),
      rotationPercent: z
        .strictObject({ due: whole(1, 1000), overdue: whole(1, 1000), late: whole(1, 1000) })
        .check(z.refine(({ due, overdue, late }) => due <= overdue && overdue <= late)),
      rateLimits: z.strictObject({
        classes: z
          .array(z.strictObject({ name: words(100), ...limit() }))
          .check(z.maxLength(100))
          // Of two figures for one class nobody could say which holds.
          .check(z.refine((classes) => new Set(classes.map(({ name }) => nameKey(name))).size === classes.length)),
        sandbox: z.strictObject(limit()),
      }),
      rateThresholds: z
        .strictObject({ watch: share(), tight: share(), throttled: share(), target: share() })
        .check(z.refine(({ watch, tight, throttled }) => watch <= tight && tight <= throttled)),
      concentration: z.strictObject({ percent: whole(1, 100), keys: whole(1, 100_000) }),
      serviceAccountPatterns: z.array(words(200)).check(z.maxLength(200)),
      rulesOff: z.array(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))).check(z.maxLength(200)),
    }) satisfies z.core.$ZodType<Policy>,
);

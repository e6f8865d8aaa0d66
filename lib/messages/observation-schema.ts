/** What a reading of a page must look like, strict: at the door, and in a backup that holds readings which wait. */
import { later, z } from './z.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const list = <T extends z.core.$ZodType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const nullable = z.nullable;

export const day = later(() => z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)));
export const instant = later(() =>
  z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)),
);
/** Codes of ours: adapters, reasons, places in the code. */
export const code = later(() => z.string().check(z.regex(/^[A-Za-z0-9 _.:/-]{0,80}$/)));
const keyType = later(() => z.enum(['production', 'sandbox']));

/** Names, addresses and labels as a page shows them. */
const shown = later(() => text(500));
const person = later(() => ({ pandadocId: nullable(text(200)), email: nullable(shown()), name: nullable(shown()) }));
export const personRef = later(() => z.strictObject(person()));

/** More people than any list shows at once; the largest plan has 5,000 users. */
export const maxPeople = 6_000;
export const maxWorkspaces = 2_000;

const observationBase = later(() => ({
  adapter: code(),
  at: instant(),
  workspace: z.strictObject({
    name: nullable(shown()),
    pandadocId: nullable(text(200)),
    evidence: nullable(z.enum(['dialog', 'list', 'settings-group', 'switcher'])),
    candidates: list(shown(), 20),
  }),
  organization: nullable(shown()),
  signedIn: nullable(personRef()),
  complete: z.boolean(),
}));

export const observationSchema = later(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...observationBase(),
      kind: z.literal('members'),
      scope: z.enum(['workspace', 'organization']),
      people: list(
        z.strictObject({
          ...person(),
          membershipId: nullable(text(200)),
          role: nullable(shown()),
          license: nullable(shown()),
          invited: z.boolean(),
          you: z.boolean(),
          workspaces: nullable(list(z.strictObject({ name: shown(), role: nullable(shown()) }), maxWorkspaces)),
        }),
        maxPeople,
      ),
    }),
    z.strictObject({
      ...observationBase(),
      kind: z.literal('keys'),
      keys: list(
        z.strictObject({
          type: keyType(),
          state: z.enum(['present', 'absent', 'not-entitled', 'unknown']),
          label: nullable(shown()),
          hint: nullable(text(4)),
          owner: nullable(personRef()),
          createdOn: nullable(day()),
          workspace: nullable(shown()),
        }),
        maxWorkspaces * 2,
      ),
    }),
    z.strictObject({
      ...observationBase(),
      kind: z.literal('workspaces'),
      workspaces: list(z.strictObject({ name: shown(), pandadocId: nullable(text(200)) }), maxWorkspaces),
    }),
    z.strictObject({ ...observationBase(), kind: z.literal('generated'), type: keyType() }),
  ]),
);

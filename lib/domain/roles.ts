/**
 * Roles and licences as PandaDoc names them. Both are free text (custom roles, translated interfaces), so only two
 * questions are asked of them: "is this Admin?" and "is that less than this?". Whatever is not known is "not known".
 */
import { nameKey } from './identity.ts';

/**
 * How interfaces call the workspace role Admin. Evidence: PandaDoc's help in de, fr, es, pt, nl, sv (settings-ui.md,
 * section 3); it and pl are translations that no source confirms.
 */
const adminNames = new Set(
  [
    'Admin',
    'Administrator',
    'Workspace admin',
    'Workspace administrator',
    'Administratorin',
    'Administrateur',
    'Administratrice',
    'Administrador',
    'Administradora',
    'Beheerder',
    'Administratör',
    'Amministratore',
    'Amministratrice',
  ].map(nameKey),
);

/** Whether a role's text says Admin of a workspace; custom and unknown roles do not. */
export function isAdminRole(role: string | null): boolean {
  return role !== null && adminNames.has(nameKey(role));
}

const licenceOrder = ['guest', 'read-only', 'esignature', 'creator', 'full'];
const licenceNames: Record<string, string> = {
  full: 'full',
  standard: 'full',
  'full (standard)': 'full',
  creator: 'creator',
  esignature: 'esignature',
  esign: 'esignature',
  'read-only': 'read-only',
  'read only': 'read-only',
  guest: 'guest',
};

/**
 * Whether going from one licence to another can take rights away. Unknown names on either side: yes, since a false
 * alarm beats an escape (surface.md, "Holding and letting go").
 */
export function isLicenceCut(from: string | null, to: string | null): boolean {
  if (from !== null && to !== null && nameKey(from) === nameKey(to)) return false;
  const target = to === null ? undefined : licenceNames[nameKey(to)];
  if (target === 'full') return false;
  const current = from === null ? undefined : licenceNames[nameKey(from)];
  if (target === undefined || current === undefined) return true;
  return licenceOrder.indexOf(target) < licenceOrder.indexOf(current);
}

/**
 * Whether a licence goes with being Admin of a workspace: Guests and read-only users cannot send or create, so a key of
 * theirs is narrowed. `null` = the licence, or what it allows, is not known.
 */
export function licenceAllowsAdmin(license: string | null): boolean | null {
  const known = license === null ? undefined : licenceNames[nameKey(license)];
  if (known === undefined) return null;
  return known !== 'guest' && known !== 'read-only';
}

/** Whether the second of two licences is known to be less than the first; an unknown name on either side: no. */
export function isLicenceLower(from: string | null, to: string | null): boolean {
  const [was, is] = [from, to].map((name) => (name === null ? undefined : licenceNames[nameKey(name)]));
  return was !== undefined && is !== undefined && licenceOrder.indexOf(is) < licenceOrder.indexOf(was);
}

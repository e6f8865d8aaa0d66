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
    'Administratorka',
    // Longer names, as the words of `lib/pages` read them.
    'Arbeitsbereich-Administrator',
    'Arbeitsbereichsadministrator',
    "Administrateur de l'espace de travail",
    'Administrador del espacio de trabajo',
    'Administrador da área de trabalho',
    'Administrador do espaço de trabalho',
    'Werkruimtebeheerder',
    'Beheerder van werkruimte',
    'Administratör för arbetsyta',
    'Administratör för arbetsytan',
    'Arbetsyteadministratör',
    "Amministratore dell'area di lavoro",
    'Amministratore dello spazio di lavoro',
    'Administrator przestrzeni roboczej',
  ].map(nameKey),
);

/** How interfaces call what stands above the workspace and includes its Admin; evidence as for Admin. */
const orgAdminNames = new Set(
  [
    'Org admin',
    'Organization admin',
    'Organization administrator',
    'Organisationsadministrator',
    "Administrateur de l'organisation",
    'Administrador de la organización',
    'Administrador da organização',
    'Organisatiebeheerder',
    'Organisationsadministratör',
    "Amministratore dell'organizzazione",
    'Administrator organizacji',
  ].map(nameKey),
);

/**
 * How lists of people name the owner of an account or workspace. PandaDoc refuses to remove them or to change their role;
 * what they may do includes all that an Admin may. Evidence as for Admin; it and pl are translations.
 */
const ownerNames = new Set(
  [
    'Owner',
    'Account owner',
    'Workspace owner',
    'Organization owner',
    'Inhaber',
    'Inhaberin',
    'Eigentümer',
    'Eigentümerin',
    'Kontoinhaber',
    'Kontoinhaberin',
    'Propriétaire',
    'Propriétaire du compte',
    'Propietario',
    'Propietaria',
    'Propietario de la cuenta',
    'Proprietário',
    'Proprietária',
    'Proprietário da conta',
    'Eigenaar',
    'Accounteigenaar',
    'Ägare',
    'Kontoägare',
    'Proprietario',
    'Proprietaria',
    "Proprietario dell'account",
    'Właściciel',
    'Właścicielka',
    'Właściciel konta',
  ].map(nameKey),
);

/** Whether a role's text says that somebody owns the account or workspace. */
export function isOwnerRole(role: string | null): boolean {
  return role !== null && ownerNames.has(nameKey(role));
}

/** Whether a role's text says Admin of a workspace, or more than that; custom and unknown roles do not. */
export function isAdminRole(role: string | null): boolean {
  return role !== null && (adminNames.has(nameKey(role)) || isOrgAdminRole(role) || isOwnerRole(role));
}

/** Whether a role's text says that somebody administers the whole organization: their keys reach beyond the workspace. */
export function isOrgAdminRole(role: string | null): boolean {
  return role !== null && orgAdminNames.has(nameKey(role));
}

/**
 * How interfaces call the system roles below Admin: Manager, Member, Collaborator (settings-ui.md, section 2.5), as the
 * words of `lib/pages` read them. Only to tell a lower role from a custom one, which may hold anything.
 */
const lowerNames = new Set(
  [
    'Manager',
    'Member',
    'Team member',
    'Collaborator',
    'Managerin',
    'Mitglied',
    'Teammitglied',
    'Mitarbeiter',
    'Mitarbeiterin',
    'Mitwirkender',
    'Mitwirkende',
    'Gestionnaire',
    'Responsable',
    'Membre',
    "Membre de l'équipe",
    'Collaborateur',
    'Collaboratrice',
    'Gestor',
    'Gestora',
    'Gerente',
    'Miembro',
    'Miembro del equipo',
    'Colaborador',
    'Colaboradora',
    'Membro',
    'Membro da equipa',
    'Membro da equipe',
    'Lid',
    'Teamlid',
    'Medewerker',
    'Bijdrager',
    'Chef',
    'Ansvarig',
    'Medlem',
    'Teammedlem',
    'Medarbetare',
    'Responsabile',
    'Gestore',
    'Membro del team',
    'Collaboratore',
    'Menedżer',
    'Menadżer',
    'Kierownik',
    'Członek',
    'Członek zespołu',
    'Współpracownik',
  ].map(nameKey),
);

/** Whether a role's text is none of PandaDoc's own: what such a role may do is not known. */
export function isCustomRole(role: string | null): boolean {
  return role !== null && nameKey(role) !== '' && !isAdminRole(role) && !lowerNames.has(nameKey(role));
}

/** Whether somebody's licence is Guest; a Guest made Admin is given a full licence, which is bought if none is free. */
export function isGuestLicence(license: string | null): boolean {
  return license !== null && licenceNames[nameKey(license)] === 'guest';
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

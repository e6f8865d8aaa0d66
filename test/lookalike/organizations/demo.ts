import { seedOrganization } from './seed.ts';
import type { PersonPlan } from './seed.ts';
import type { License } from './types.ts';

type Handle = 'emea' | 'northAmerica' | 'success' | 'finance' | 'people' | 'hub';

const person = (
  firstName: string,
  lastName: string,
  license: License,
  roles: Partial<Record<Handle, string>>,
  more: Partial<PersonPlan<Handle>> = {},
): PersonPlan<Handle> => ({
  email: `${firstName}.${lastName}@northwind.example`.toLowerCase().replaceAll(' ', '-'),
  name: [firstName, lastName],
  license,
  roles,
  picture: true,
  ...more,
});

const invited = (email: string, license: License, roles: Partial<Record<Handle, string>>): PersonPlan<Handle> => ({
  email,
  license,
  roles,
});

/**
 * "Northwind Trading", the organization of the demo, served for app.pandadoc.com: six workspaces, forty users and nine
 * keys. Three slots have no key: two can be generated, one is not part of the plan.
 */
export const northwind = seedOrganization<Handle>({
  region: 'us',
  name: 'Northwind Trading',
  customRoles: ['Deal Desk'],
  workspaces: {
    emea: { name: 'EMEA Sales', ownerEmail: 'eleanor.whitfield@northwind.example', createdOn: '2022-02-14' },
    northAmerica: {
      name: 'North America Sales',
      ownerEmail: 'eleanor.whitfield@northwind.example',
      createdOn: '2022-02-14',
    },
    success: { name: 'Customer Success', ownerEmail: 'eleanor.whitfield@northwind.example', createdOn: '2022-09-01' },
    finance: {
      name: 'Finance & Procurement',
      ownerEmail: 'eleanor.whitfield@northwind.example',
      createdOn: '2023-01-09',
    },
    people: {
      name: 'People Operations',
      ownerEmail: 'eleanor.whitfield@northwind.example',
      createdOn: '2023-06-20',
      entitledTo: ['sandbox'],
    },
    hub: { name: 'Automation Hub', ownerEmail: 'priya.raman@northwind.example', createdOn: '2025-03-03' },
  },
  people: [
    // Who runs the account.
    person(
      'Eleanor',
      'Whitfield',
      'Full',
      { emea: 'Admin', northAmerica: 'Admin', success: 'Admin', finance: 'Admin', people: 'Admin' },
      { organizationOwner: true },
    ),
    person(
      'Priya',
      'Raman',
      'Full',
      {
        emea: 'Admin',
        northAmerica: 'Admin',
        success: 'Admin',
        finance: 'Admin',
        people: 'Admin',
        hub: 'Admin',
      },
      { organizationAdmin: true },
    ),
    // Service accounts, made by hand as ordinary users.
    {
      email: 'integrations@northwind.example',
      name: ['Northwind', 'Integrations'],
      license: 'Full',
      roles: { emea: 'Admin', finance: 'Member' },
    },
    {
      email: 'svc-crm@northwind.example',
      name: ['CRM', 'Sync'],
      license: 'Full',
      roles: { northAmerica: 'Admin', success: 'Admin' },
    },
    {
      email: 'svc-archive@northwind.example',
      name: ['Archive', 'Bot'],
      license: 'Creator',
      roles: { people: 'Admin' },
    },
    {
      email: 'finance+pandadoc@northwind.example',
      name: ['Finance', 'Shared'],
      license: 'Full',
      roles: { finance: 'Admin' },
    },
    // People who own keys, or look as if they might.
    person('Dana', 'Okafor', 'Full', { emea: 'Admin', northAmerica: 'Admin', success: 'Manager' }),
    person('Tomasz', 'Wieczorek', 'Full', { finance: 'Manager', emea: 'Member' }),
    person('Alex', 'Morgan', 'Full', { people: 'Admin', emea: 'Member' }),
    // The same name a second time: another person, without any key.
    person(
      'Alex',
      'Morgan',
      'eSignature',
      { people: 'Member', success: 'Collaborator' },
      { email: 'alex.morgan2@northwind.example', picture: false },
    ),
    person('Grace', 'Abbott', 'Full', { success: 'Admin', northAmerica: 'Member' }),
    person('Apinya', 'Suwannarat', 'Full', { emea: 'Manager', success: 'Member' }),
    person('Henry', 'Robotham', 'Creator', { northAmerica: 'Manager' }),
    {
      email: 'maximiliana-konstantina.von.hohenberg-weissenfels.zu.altenstein@contracting.northwind.example',
      name: ['Maximiliana-Konstantina', 'von Hohenberg-Weissenfels zu Altenstein'],
      license: 'Full',
      roles: { emea: 'Manager', finance: 'Deal Desk' },
      picture: true,
    },
    // Everybody else.
    person('Jonas', 'Lindqvist', 'Full', { emea: 'Deal Desk' }),
    person('Chiara', 'Bellandi', 'Full', { emea: 'Member' }),
    person('Noor', 'El-Amin', 'Full', { emea: 'Member', success: 'Member' }, { picture: false }),
    person('Pieter', 'van Dalen', 'Creator', { emea: 'Member' }),
    person(
      'Siobhan',
      "O'Rourke",
      'Read-only',
      { emea: 'Collaborator' },
      { email: 'siobhan.orourke@northwind.example' },
    ),
    person('Marcus', 'Delgado', 'Full', { northAmerica: 'Manager', finance: 'Member' }),
    person('Hannah', 'Kowalczyk', 'Full', { northAmerica: 'Member' }),
    person('Wei', 'Zhang', 'Full', { northAmerica: 'Member', success: 'Member' }, { picture: false }),
    person('Lakisha', 'Bryant', 'Full', { northAmerica: 'Deal Desk' }),
    person('Owen', 'Fitzgerald', 'Creator', { northAmerica: 'Member' }),
    person('Rosalind', 'Achebe', 'eSignature', { northAmerica: 'Collaborator' }),
    person('Mateo', 'Ibarra', 'Full', { success: 'Manager' }),
    person('Yuki', 'Tanimoto', 'Full', { success: 'Member' }),
    person('Beatrix', 'Stone', 'Read-only', { success: 'Collaborator' }, { picture: false }),
    person('Farid', 'Haddad', 'Full', { success: 'Member', finance: 'Member' }),
    person('Ingrid', 'Solheim', 'Full', { finance: 'Admin' }),
    person('Samuel', 'Adeyemi', 'Full', { finance: 'Member' }),
    person('Clara', 'Nowak', 'eSignature', { finance: 'Member', people: 'Member' }),
    person('Victor', 'Almqvist', 'Full', { people: 'Manager' }),
    person('Leila', 'Farahani', 'Creator', { people: 'Member' }, { picture: false }),
    {
      email: 'counsel@harbour-legal.example',
      name: ['Ruth', 'Castellano'],
      license: 'Guest',
      roles: { finance: 'Collaborator', people: 'Collaborator' },
    },
    {
      email: 'Bruno.Teixeira@Northwind.example',
      name: ['Bruno', 'Teixeira'],
      license: 'Full',
      roles: { emea: 'Member' },
      picture: true,
    },
    person('Thandiwe', 'Mokoena', 'Full', { northAmerica: 'Member', people: 'Member' }),
    // Pending invitations: an address and nothing else.
    invited('new.starter@northwind.example', 'Full', { emea: 'Member' }),
    invited('temp-contractor@harbour-legal.example', 'Guest', { northAmerica: 'Collaborator' }),
    invited('julia.brandt@northwind.example', 'Full', { finance: 'Admin' }),
  ],
  keys: [
    { workspace: 'emea', type: 'production', ownerEmail: 'integrations@northwind.example', createdOn: '2025-11-04' },
    { workspace: 'emea', type: 'sandbox', ownerEmail: 'dana.okafor@northwind.example', createdOn: '2026-06-18' },
    {
      workspace: 'northAmerica',
      type: 'production',
      ownerEmail: 'dana.okafor@northwind.example',
      createdOn: '2024-08-27',
    },
    { workspace: 'northAmerica', type: 'sandbox', ownerEmail: 'svc-crm@northwind.example', createdOn: '2026-02-02' },
    { workspace: 'success', type: 'production', ownerEmail: 'svc-crm@northwind.example', createdOn: '2026-02-02' },
    // Made while he was Admin; he is Manager today, so the key is alive with fewer rights (section 0, finding 4).
    {
      workspace: 'finance',
      type: 'production',
      ownerEmail: 'tomasz.wieczorek@northwind.example',
      createdOn: '2025-05-12',
    },
    {
      workspace: 'finance',
      type: 'sandbox',
      ownerEmail: 'finance+pandadoc@northwind.example',
      createdOn: '2026-09-30',
    },
    { workspace: 'people', type: 'sandbox', ownerEmail: 'alex.morgan@northwind.example', createdOn: '2026-10-21' },
    { workspace: 'hub', type: 'production', ownerEmail: 'priya.raman@northwind.example', createdOn: '2025-03-05' },
  ],
  contacts: [
    // Two addresses are members' as well: a recipient is not a member.
    ['Dana Okafor', 'dana.okafor@northwind.example', 'Northwind Trading'],
    ['Ruth Castellano', 'counsel@harbour-legal.example', 'Harbour Legal'],
    ['Piotr Zielinski', 'p.zielinski@baltic-freight.example', 'Baltic Freight'],
    ['Amelie Laurent', 'amelie.laurent@maison-verre.example', 'Maison Verre'],
    ['Gareth Pugh', 'gareth@pugh-and-daughters.example', 'Pugh & Daughters'],
    ['Nadia Rahimi', 'nadia.rahimi@solstice-labs.example', 'Solstice Labs'],
    ['Otto Lindner', 'otto.lindner@lindner-werke.example', 'Lindner Werke'],
    ['Esperanza Cruz', 'ecruz@valle-verde.example', 'Valle Verde'],
  ],
  documents: [
    ['Master services agreement - Baltic Freight', 'Dana Okafor', 'Sent'],
    ['Order form Q4 - Maison Verre', 'Chiara Bellandi', 'Viewed'],
    ['Mutual NDA - Solstice Labs', 'Northwind Integrations', 'Completed'],
    ['Renewal quote - Pugh & Daughters', 'Jonas Lindqvist', 'Draft'],
    ['Supplier onboarding - Lindner Werke', 'Tomasz Wieczorek', 'Completed'],
  ],
  signedInEmail: 'priya.raman@northwind.example',
});

import { seedOrganization } from './seed.ts';

/**
 * "Northwind Trading Europe", served for app.pandadoc.eu. Some people have an account here with the same address as in
 * the other region: other ids, other roles, other keys. One workspace has the same name as one over there.
 */
export const northwindEurope = seedOrganization<'emea' | 'publicSector'>({
  region: 'eu',
  name: 'Northwind Trading Europe',
  customRoles: [],
  workspaces: {
    emea: { name: 'EMEA Sales', ownerEmail: 'eleanor.whitfield@northwind.example', createdOn: '2024-04-02' },
    publicSector: { name: 'Public Sector', ownerEmail: 'eleanor.whitfield@northwind.example', createdOn: '2024-10-15' },
  },
  people: [
    {
      email: 'eleanor.whitfield@northwind.example',
      name: ['Eleanor', 'Whitfield'],
      license: 'Full',
      roles: { emea: 'Admin', publicSector: 'Admin' },
      organizationOwner: true,
      picture: true,
    },
    {
      email: 'priya.raman@northwind.example',
      name: ['Priya', 'Raman'],
      license: 'Full',
      roles: { emea: 'Admin', publicSector: 'Admin' },
      organizationAdmin: true,
      picture: true,
    },
    // Owns keys in the other region and none in this one.
    {
      email: 'dana.okafor@northwind.example',
      name: ['Dana', 'Okafor'],
      license: 'Full',
      roles: { emea: 'Admin' },
      picture: true,
    },
    // Owns keys in this region and none in the other one.
    {
      email: 'chiara.bellandi@northwind.example',
      name: ['Chiara', 'Bellandi'],
      license: 'Full',
      roles: { emea: 'Admin', publicSector: 'Member' },
      picture: true,
    },
    {
      email: 'integrations@northwind.example',
      name: ['Northwind', 'Integrations'],
      license: 'Full',
      roles: { publicSector: 'Admin' },
    },
    {
      email: 'lukas.brenner@northwind.example',
      name: ['Lukas', 'Brenner'],
      license: 'Full',
      roles: { emea: 'Member', publicSector: 'Manager' },
      picture: true,
    },
    {
      email: 'aurelie.fontaine@northwind.example',
      name: ['Aurélie', 'Fontaine'],
      license: 'eSignature',
      roles: { publicSector: 'Member' },
      picture: true,
    },
  ],
  keys: [
    { workspace: 'emea', type: 'production', ownerEmail: 'chiara.bellandi@northwind.example', createdOn: '2026-01-19' },
    {
      workspace: 'publicSector',
      type: 'production',
      ownerEmail: 'integrations@northwind.example',
      createdOn: '2025-07-08',
    },
    {
      workspace: 'publicSector',
      type: 'sandbox',
      ownerEmail: 'integrations@northwind.example',
      createdOn: '2025-07-01',
    },
  ],
  contacts: [['Otto Lindner', 'otto.lindner@lindner-werke.example', 'Lindner Werke']],
  documents: [['Framework contract - Lindner Werke', 'Lukas Brenner', 'Sent']],
  signedInEmail: 'priya.raman@northwind.example',
});

/**
 * Who is signed in, where the page shows it: the row marked "(you)", or the account control of the navigation
 * (settings-ui.md, section 2.4: the profile image bottom left).
 */
import type { PersonRef } from '../domain/identity.ts';
import type { PersonRow } from './people.ts';
import { refOf } from './people.ts';
import type { Page } from './page.ts';
import { emailsIn, nameOf, pieces, textOf } from './text.ts';
import { attr, contains, findAll } from './tree.ts';
import { says, saysOnly } from './words.ts';

const avatarId = /\/users?\/([A-Za-z0-9]{20,24})\//u;

/** The signed-in person, or `null` where the page does not say. */
export function signedInOn(page: Page, people: readonly PersonRow[]): PersonRef | null {
  const you = people.filter((row) => row.person.you);
  if (you.length === 1) {
    const { pandadocId, email, name } = you[0]!.person;
    return { pandadocId, email, name };
  }
  const outside = (element: Element): boolean =>
    page.content === page.document.body || !contains(page.content, element);
  const controls = findAll(
    page.document.body,
    'nav button,nav a,header button,header a,aside button,aside a,[role=navigation] [role=button],[role=banner] button',
  ).filter(outside);
  for (const control of controls) {
    const name = nameOf(control);
    const text = `${name} ${textOf(control)}`;
    const image = findAll(control, 'img[src]')
      .map((img) => avatarId.exec(attr(img, 'src') ?? '')?.[1])
      .find((id) => id !== undefined);
    const account = says('account-menu', name) || emailsIn(text).length > 0 || image !== undefined;
    if (!account) continue;
    const email = emailsIn(text)[0] ?? null;
    const said = [
      ...name.split(/[:,–—]\s+|\s(?:of|for|von|für|de|di|van|av|dla)\s/u),
      ...pieces(control).map((piece) => piece.text),
    ]
      .filter((part) => part.length > 2 && !says('account-menu', part) && !saysOnly('settings', part))
      .map((part) => refOf(part)?.name ?? null)
      .filter((part) => part !== null);
    // A first name is shown where there is little room; the longest of what is said is the whole name.
    const named = said.reduce<string | null>(
      (best, part) => (best === null || part.length > best.length ? part : best),
      null,
    );
    if (email !== null || image !== undefined || named !== null)
      return { pandadocId: image ?? null, email, name: named };
  }
  return null;
}

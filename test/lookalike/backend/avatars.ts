import type { UserRecord } from '../organizations/types.ts';

const COLOURS = ['#3b7f6b', '#8a5a9e', '#b3653a', '#3f6ea8', '#7b7f2c', '#a8456a', '#4b5f86', '#2f8190'];

/** Path of a user's picture; like PandaDoc's, it carries the user's id (section 2.2, "Avatars"). */
export function avatarPath(user: UserRecord): string | null {
  return user.hasPicture ? `/media/users/${user.id}/avatar.svg` : null;
}

/** Draws a face of sorts, different for each user. */
export function avatarSvg(user: UserRecord): string {
  const seed = [...user.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const background = COLOURS[seed % COLOURS.length] ?? '#3b7f6b';
  const tilt = (seed % 31) - 15;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${background}"/>` +
    `<g transform="rotate(${String(tilt)} 32 40)" fill="#fff" fill-opacity=".82">` +
    `<circle cx="32" cy="25" r="${String(10 + (seed % 3))}"/><ellipse cx="32" cy="58" rx="21" ry="19"/></g></svg>`
  );
}

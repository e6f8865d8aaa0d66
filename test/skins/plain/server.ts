/**
 * A face of the lookalike without a line of script: pages rendered by the server, addresses without `#`, forms that are
 * posted, each answer a new page. Native `<dialog>` (opened by `commandfor`), `<details>` and `<select>`.
 */
import { ApiError } from '../../lookalike/backend/errors.ts';
import type { OrganizationState } from '../../lookalike/backend/state.ts';
import type { KeySlot, Member, Page, Profile, User, Workspace } from '../../lookalike/client/wire.ts';
import { fullName } from '../shared/names.ts';
import { type Html, html } from './html.ts';

/** What the browser asked for, and the way to the back end, which records it like any other call. */
export interface Asked {
  readonly call: (method: string, path: string, query: URLSearchParams, body: unknown) => unknown;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Fields of a posted form. */
  readonly form: URLSearchParams;
}

/** A page, or where to go next. */
export type Answer = { readonly status: number; readonly html: string } | { readonly location: string };

/** What the next page says at its top, once. */
const flashes = new WeakMap<OrganizationState, { text: string; bad: boolean }>();

const at = {
  team: '/settings/members/',
  users: '/settings/users/',
  workspaces: '/settings/workspaces/',
  keys: '/settings/api-dashboard/configuration/',
};

class App {
  readonly organization: OrganizationState;
  readonly profile: Profile;
  readonly #asked: Asked;

  constructor(organization: OrganizationState, asked: Asked) {
    this.organization = organization;
    this.#asked = asked;
    this.profile = asked.call('GET', '/profile', new URLSearchParams(), null) as Profile;
  }

  call<Result>(method: string, path: string, body: unknown = null, query = new URLSearchParams()): Result {
    return this.#asked.call(method, `/org/${this.profile.organization.id}${path}`, query, body) as Result;
  }

  members(workspace: string): Member[] {
    return this.call<Page<Member>>('GET', `/ws/${workspace}/members`).results;
  }

  users(offset: number, search: string): Page<User> {
    const query = new URLSearchParams({ offset: String(offset), count: '20', search });
    return this.call<Page<User>>('GET', '/users', null, query);
  }

  say(text: string): void {
    flashes.set(this.organization, { text, bad: false });
  }

  /** Carries out what a form asks for; a refusal becomes the next page's first line. */
  attempt(what: () => void, text: string): void {
    try {
      what();
      this.say(text);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      flashes.set(this.organization, { text: problem.detail, bad: true });
    }
  }

  page(title: string, current: string, content: Html): Answer {
    const flash = flashes.get(this.organization);
    flashes.delete(this.organization);
    const { workspace, workspaces, organization } = this.profile;
    const link = (href: string, text: string): Html =>
      html`<li><a href="${href}" ${href === current && html` aria-current="page"`}>${text}</a></li>`;
    const page = html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} - PandaDoc</title>
          <link rel="stylesheet" href="/static/plain.css" />
        </head>
        <body>
          <header>
            <form method="post" action="/switch/">
              <label
                >Workspace
                <select name="workspace">
                  ${workspaces.map(
                    ({ id, name }) =>
                      html`<option value="${id}" ${id === workspace.id && html` selected`}>${name}</option>`,
                  )}
                </select></label
              >
              <button>Go</button>
            </form>
          </header>
          <nav>
            <h2>${workspace.name}</h2>
            <ul>
              ${link(at.team, 'Members')}${link(at.keys, 'Developer settings')}
            </ul>
            <h2>${organization.name}</h2>
            <ul>
              ${link(at.users, 'All users')}${link(at.workspaces, 'Workspaces')}
            </ul>
          </nav>
          <main>
            ${flash && html`<p role="${flash.bad ? 'alert' : 'status'}" class="${flash.bad ? 'bad' : 'good'}">${flash.text}</p>`}
            <h1>${title}</h1>
            ${content}
          </main>
        </body>
      </html>`;
    return { status: 200, html: page.text };
  }
}

const options = (names: readonly string[], chosen: string): Html[] =>
  names.map((name) => html`<option${name === chosen && html` selected`}>${name}</option>`);

const heirs = (app: App, without: readonly string[]): Html =>
  html`<p>
    <label
      >Give documents to
      <select name="heir">
        <option value="">Nobody</option>
        ${app
          .members(app.profile.workspace.id)
          .filter(({ user_id: id }) => !without.includes(id))
          .map((member) => html`<option value="${member.user_id}">${fullName(member)}</option>`)}
      </select></label
    >
  </p>`;

const about = (heir: string | null): { reassign_documents_to: string } | null =>
  heir === null || heir === '' ? null : { reassign_documents_to: heir };

function team(app: App, workspace: string): Answer {
  const members = app.members(workspace);
  const name = members[0]?.workspace_name ?? '';
  const here = `${at.workspaces}${workspace}/members/`;
  return app.page(
    `Members of ${name}`,
    at.team,
    html`<form id="several" method="post" action="${here}several/">
        <p>
          <label
            >With selected:
            <select name="what">
              <option value="">Choose…</option>
              <option value="resend">Resend invitation</option>
              <option value="remove">Remove from workspace</option>
            </select></label
          >
          <button>Apply</button>
        </p>
      </form>
      <table>
        <thead>
          <tr>
            <td></td>
            <th>Name</th>
            <th>Email</th>
            <th>License</th>
            <th>Role</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${members.map(
            (member) =>
              html`<tr>
                <td>
                  <input
                    type="checkbox"
                    form="several"
                    name="member"
                    value="${member.membership_id}"
                    aria-label="Select"
                  />
                </td>
                <td>
                  ${member.first_name && fullName(member)}${member.user_id === app.profile.id && ' (you)'}${
                    !member.is_active && html`<em>Pending</em>`
                  }
                </td>
                <td>${member.email}</td>
                <td>${member.user_license}</td>
                <td>
                  ${
                    member.is_owner
                      ? 'Owner'
                      : html`<form method="post" action="${here}${member.membership_id}/role/">
                          <select name="role" aria-label="Role">
                            ${options(app.profile.roles, member.role)}
                          </select>
                          <button>Change</button>
                        </form>`
                  }
                </td>
                <td>
                  <details>
                    <summary>Manage</summary>
                    <p><a href="${at.users}${member.user_id}/">Profile</a></p>
                    <p><a href="${here}${member.membership_id}/remove/">Remove from workspace</a></p>
                  </details>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}

/** The first step: from where, and who gets the documents. The second one names both and asks again. */
function removal(app: App, user: User, workspace: string, step: URLSearchParams | null): Answer {
  const here = `${at.workspaces}${workspace}/members/`;
  const mine = user.workspaces.find(({ workspace_id: id }) => id === workspace);
  if (mine === undefined) return { location: here };
  const action = `${here}${mine.membership_id}/remove/`;
  if (step === null) {
    return app.page(
      `Remove ${fullName(user)}`,
      at.team,
      html`<p>Step 1 of 2</p>
        <form method="post" action="${action}">
          <fieldset>
            <legend>Workspaces</legend>
            ${user.workspaces.map(
              (place) =>
                html`<p>
                  <label
                    ><input
                      type="checkbox"
                      name="place"
                      value="${place.membership_id}"
                      ${place === mine && html` checked`}
                    />
                    ${place.workspace_name}</label
                  >
                </p>`,
            )}
          </fieldset>
          ${heirs(app, [user.user_id])}
          <p><a href="${here}">Cancel</a> <button>Continue</button></p>
        </form>`,
    );
  }
  const places = user.workspaces.filter(({ membership_id: id }) => step.getAll('place').includes(id));
  return app.page(
    'Please confirm',
    at.team,
    html`<p>Step 2 of 2</p>
      <p>${fullName(user)} (${user.email}) will lose access to:</p>
      <ul>
        ${places.map(({ workspace_name: name }) => html`<li>${name}</li>`)}
      </ul>
      <form method="post" action="${action}">
        ${places.map(({ membership_id: id }) => html`<input type="hidden" name="place" value="${id}" />`)}<input
          type="hidden"
          name="heir"
          value="${step.get('heir')}"
        /><input type="hidden" name="sure" value="yes" />
        <p><a href="${here}">Cancel</a> <button class="bad">Remove ${fullName(user)}</button></p>
      </form>`,
  );
}

function severalAsked(app: App, workspace: string, people: readonly Member[]): Answer {
  const here = `${at.workspaces}${workspace}/members/`;
  return app.page(
    `Remove ${people.length} members`,
    at.team,
    html`<form method="post" action="${here}several/">
      <input type="hidden" name="what" value="remove" /> <input type="hidden" name="sure" value="yes" />${people.map(
        (member) =>
          html`<p>
            <label
              ><input type="checkbox" name="member" value="${member.membership_id}" checked /> ${fullName(
                member,
              )}</label
            >
          </p>`,
      )}
      <p><button class="bad">Remove members</button> <a href="${here}">Back to members</a></p>
    </form>`,
  );
}

function users(app: App, query: URLSearchParams): Answer {
  const offset = Math.max(0, Number(query.get('from') ?? 0) || 0);
  const search = query.get('search') ?? '';
  const { results, total } = app.users(offset, search);
  const more = (from: number): string =>
    `${at.users}?${new URLSearchParams({ from: String(from), search }).toString()}`;
  return app.page(
    'All users',
    at.users,
    html`<form method="get" action="${at.users}">
        <label>Name or email <input name="search" value="${search}" /></label> <button>Search</button>
      </form>
      <table>
        <thead>
          <tr>
            <th>User</th>
            <th>License</th>
            <th>Workspaces</th>
          </tr>
        </thead>
        <tbody>
          ${results.map(
            (user) =>
              html`<tr>
                <td><a href="${at.users}${user.user_id}/">${fullName(user)}</a><br /><small>${user.email}</small></td>
                <td>${user.license}</td>
                <td>${user.workspaces.map(({ workspace_name: name, role }) => html`${name}: ${role}<br />`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p>
        ${offset > 0 && html`<a href="${more(offset - 20)}">Previous page</a>`} ${offset + 1} to
        ${offset + results.length} of ${total}
        ${offset + results.length < total && html`<a href="${more(offset + 20)}">Next page</a>`}
      </p>`,
  );
}

function user(app: App, person: User): Answer {
  const here = `${at.users}${person.user_id}/`;
  return app.page(
    fullName(person),
    at.users,
    html`<p><a href="${at.users}">All users</a></p>
      <dl>
        <dt>Email</dt>
        <dd>${person.email}</dd>
      </dl>
      <form method="post" action="${here}license/">
        <p>
          <label
            >License
            <select name="license">
              ${options(app.profile.licenses, person.license)}
            </select></label
          >
          <button>Update license</button>
        </p>
      </form>
      <form method="post" action="${here}access/">
        <fieldset>
          <legend>Has access to</legend>
          ${person.workspaces.map(
            (place) =>
              html`<p>
                <label
                  ><input type="checkbox" name="place" value="${place.membership_id}" checked /> ${
                    place.workspace_name
                  }</label
                >
              </p>`,
          )}
        </fieldset>
        <p><button>Save changes</button></p>
      </form>
      <section>
        <h2>Danger zone</h2>
        <button type="button" commandfor="leave" command="show-modal">Delete user…</button>
        <dialog id="leave" aria-label="Delete user">
          <form method="post" action="${here}delete/">
            <p>${fullName(person)} will be deleted from all workspaces of ${app.profile.organization.name}.</p>
            ${heirs(app, [person.user_id])}
            <p>
              <button type="button" commandfor="leave" command="close">Cancel</button>
              <button class="bad">Delete</button>
            </p>
          </form>
        </dialog>
      </section>`,
  );
}

function workspaces(app: App): Answer {
  const list = app.call<Page<Workspace>>('GET', '/workspaces').results;
  return app.page(
    'Workspaces',
    at.workspaces,
    html`<ul class="cards">
      ${list.map(
        (workspace) =>
          html`<li>
            <h2>${workspace.name}</h2>
            <p>Owner: ${workspace.owner}, ${workspace.active_members_count} members</p>
            <p><a href="${at.workspaces}${workspace.id}/members/">Members</a></p>
            <details>
              <summary>Deactivate</summary>
              <form method="post" action="${at.workspaces}${workspace.id}/deactivate/">
                <p>Everybody in ${workspace.name} loses access to it. Are you sure?</p>
                <button class="bad">Yes, deactivate</button>
              </form>
            </details>
          </li>`,
      )}
    </ul>`,
  );
}

const keyNames = { sandbox: 'Sandbox key', production: 'Production key' } as const;

function keys(app: App, issued: string | null): Answer {
  const { workspace } = app.profile;
  const slots = app.call<KeySlot[]>('GET', `/ws/${workspace.id}/api-keys`);
  return app.page(
    'Developer settings',
    at.keys,
    html`${issued !== null && html`<p>Your new key: <code>${issued}</code></p>`}
      <h2>API keys of ${workspace.name}</h2>
      <table>
        <tbody>
          ${slots.map(
            (slot) =>
              html`<tr>
                <th scope="row">${keyNames[slot.type]}</th>
                <td>
                  ${
                    slot.state === 'issued'
                      ? html`<input
                          type="password"
                          readonly
                          value="${'•'.repeat(40)}"
                          aria-label="${keyNames[slot.type]}"
                        />`
                      : 'Not generated'
                  }
                </td>
                <td>
                  ${
                    slot.state === 'issued'
                      ? html`<button type="button" commandfor="${slot.type}" command="show-modal">
                            Generate new key
                          </button>
                          <dialog id="${slot.type}">
                            <form method="post" action="${at.keys}">
                              <h2>Generate a new key?</h2>
                              <p>The current ${slot.type} key stops working immediately.</p>
                              <input type="hidden" name="type" value="${slot.type}" />
                              <button type="button" commandfor="${slot.type}" command="close">Cancel</button>
                              <button>Generate</button>
                            </form>
                          </dialog>`
                      : slot.state === 'none'
                        ? html`<form method="post" action="${at.keys}">
                            <input type="hidden" name="type" value="${slot.type}" /> <button>Generate</button>
                          </form>`
                        : html`<button type="button">Request a demo</button>`
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}

/** Answers a page load or a posted form. Throws the API's error for what does not exist. */
export function answer(organization: OrganizationState, asked: Asked): Answer {
  const app = new App(organization, asked);
  const parts = asked.path.split('/').filter((part) => part !== '');
  const { form } = asked;
  const posted = asked.method === 'POST';
  const [, section, id, third, fourth, fifth] = parts;
  if (posted && parts[0] === 'switch') {
    asked.call('POST', '/profile/workspace', asked.query, { workspace_id: form.get('workspace') });
    return { location: at.team };
  }
  if (parts[0] !== 'settings') return parts.length === 0 ? { location: at.team } : app.page('PandaDoc', '', html``);
  const userOf = (userId: string): User => app.call<User>('GET', `/users/${userId}`);
  switch (section) {
    case 'members':
      return team(app, app.profile.workspace.id);
    case 'users': {
      if (id === undefined) return users(app, asked.query);
      const person = userOf(id);
      if (!posted) return user(app, person);
      const leave = (places: User['workspaces']): void => {
        for (const { workspace_id: workspace, membership_id: membership } of places) {
          app.call('DELETE', `/ws/${workspace}/members/${membership}`, about(form.get('heir')));
        }
      };
      const here = `${at.users}${id}/`;
      if (third === 'license') {
        const license = form.get('license') ?? '';
        app.attempt(
          () => app.call('PATCH', `/users/${id}`, { license }),
          `License of ${fullName(person)} was changed to ${license}`,
        );
        return { location: here };
      }
      if (third === 'access') {
        const kept = form.getAll('place');
        const gone = person.workspaces.filter(({ membership_id: membership }) => !kept.includes(membership));
        app.attempt(() => {
          leave(gone);
        }, 'Changes were saved');
        return { location: here };
      }
      app.attempt(
        () => {
          leave(person.workspaces);
        },
        `${fullName(person)} was deleted`,
      );
      return { location: at.users };
    }
    case 'workspaces': {
      if (id === undefined) return workspaces(app);
      if (posted && third === 'deactivate') {
        const { name } = organization.workspaceById(id);
        app.attempt(() => app.call('POST', `/ws/${id}/deactivate`), `${name} was deactivated`);
        return { location: at.workspaces };
      }
      const here = `${at.workspaces}${id}/members/`;
      if (fourth === undefined) return team(app, id);
      const members = app.members(id);
      if (fourth === 'several') {
        const people = members.filter(({ membership_id: membership }) => form.getAll('member').includes(membership));
        if (people.length === 0 || form.get('what') !== 'remove') return { location: here };
        if (form.get('sure') === null) return severalAsked(app, id, people);
        app.attempt(
          () => {
            for (const member of people) app.call('DELETE', `/ws/${id}/members/${member.membership_id}`);
          },
          `${String(people.length)} members were removed`,
        );
        return { location: here };
      }
      const member = members.find(({ membership_id: membership }) => membership === fourth);
      if (member === undefined) return { location: here };
      if (fifth === 'role') {
        const role = form.get('role') ?? '';
        app.attempt(
          () => app.call('PATCH', `/ws/${id}/members/${fourth}/role`, { role }),
          `Role of ${fullName(member)} was changed to ${role}`,
        );
        return { location: here };
      }
      const person = userOf(member.user_id);
      if (!posted) return removal(app, person, id, null);
      if (form.get('sure') === null) return removal(app, person, id, form);
      app.attempt(
        () => {
          for (const { workspace_id: workspace, membership_id: membership } of person.workspaces) {
            if (!form.getAll('place').includes(membership)) continue;
            app.call('DELETE', `/ws/${workspace}/members/${membership}`, about(form.get('heir')));
          }
        },
        `${fullName(member)} was removed`,
      );
      return { location: here };
    }
    case 'api-dashboard': {
      if (!posted) return keys(app, null);
      let issued: string | null = null;
      app.attempt(() => {
        const body = { type: form.get('type') };
        issued = app.call<{ key: string }>('POST', `/ws/${app.profile.workspace.id}/api-keys`, body).key;
      }, 'API key was generated');
      return issued === null ? { location: at.keys } : keys(app, issued);
    }
    default:
      return { location: at.team };
  }
}

import { signal } from '@angular/core';
import { api, sentenceOf } from "../../../lookalike/client/api.js";
import { onNavigation, parseRoute } from "../../../lookalike/client/routes.js";
/** Who is signed in, and where. */
export class Session {
    route = signal(parseRoute(location), /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "route" }] : /* istanbul ignore next */ []));
    #profile = signal(null, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "#profile" }] : /* istanbul ignore next */ []));
    constructor() {
        onNavigation(() => {
            this.route.set(parseRoute(location));
        });
    }
    get profile() {
        const profile = this.#profile();
        if (profile === null)
            throw new Error('Nobody is signed in');
        return profile;
    }
    async load() {
        this.#profile.set(await api.profile());
    }
    async switchTo(workspace) {
        this.#profile.set(await api.switchWorkspace(workspace));
    }
}
const roles = {
    Admin: 'Administrator',
    Manager: 'Menedżer',
    Member: 'Członek',
    Collaborator: 'Współpracownik',
};
/** What Polish interfaces call a role; custom roles keep their name. */
export const roleName = (role) => roles[role] ?? role;
export const sentence = (problem) => sentenceOf(problem, 'Coś poszło nie tak. Spróbuj ponownie później.');

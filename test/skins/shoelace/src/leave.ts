import { LitElement, html, nothing } from 'lit';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import type { Member, User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { look, said, session } from './session.ts';

/** Removal in two steps of one dialog: from where, then who gets the documents, and the removal itself. */
class Leave extends LitElement {
  static override properties = {
    people: {},
    workspace: {},
    users: { state: true },
    heirs: { state: true },
    ticked: { state: true },
    step: { state: true },
    heir: { state: true },
    problem: { state: true },
  };
  static override styles = look;
  declare people: readonly Member[];
  declare workspace: string;
  declare users: User[];
  declare heirs: Member[];
  declare ticked: ReadonlySet<string>;
  declare step: number;
  declare heir: string;
  declare problem: string;

  constructor() {
    super();
    this.people = [];
    this.#clear();
  }

  #clear(): void {
    this.users = [];
    this.heirs = [];
    this.ticked = new Set();
    this.step = 1;
    this.heir = '';
    this.problem = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('people')) void this.#load();
  }

  async #load(): Promise<void> {
    this.#clear();
    const { organization, workspace } = session.profile;
    this.ticked = new Set([this.workspace]);
    this.users = await Promise.all(this.people.map(({ user_id: id }) => api.user(organization.id, id)));
    if (this.people.length > 0) this.heirs = (await api.members(organization.id, workspace.id)).results;
  }

  #tick(id: string, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.ticked = ticked;
  }

  async #remove(): Promise<void> {
    try {
      for (const user of this.users) {
        for (const { workspace_id: id, membership_id: membership } of user.workspaces) {
          if (!this.ticked.has(id)) continue;
          await api.removeMember(session.profile.organization.id, id, membership, this.heir || undefined);
        }
      }
      const [one] = this.people;
      said(
        this,
        this.people.length === 1 && one
          ? `${fullName(one)} foi removido`
          : `${String(this.people.length)} utilizadores foram removidos`,
      );
      this.dispatchEvent(new CustomEvent('left'));
    } catch (problem) {
      this.problem = sentenceOf(problem, 'Ocorreu um erro. Tente novamente mais tarde.');
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  override render() {
    const [one] = this.people;
    const places = new Map(
      this.users.flatMap((user) => user.workspaces.map((place) => [place.workspace_id, place.workspace_name] as const)),
    );
    const label =
      this.people.length === 1 && one
        ? `Remover ${fullName(one)}`
        : `Remover ${String(this.people.length)} utilizadores`;
    return html`<sl-dialog
      label=${label}
      ?open=${this.people.length > 0}
      @sl-after-hide=${(event: Event) => event.target === event.currentTarget && this.#close()}
    >
      ${
        this.step === 1
          ? html`<p>Escolha as áreas de trabalho:</p>
              ${[...places].map(
                ([id, name]) =>
                  html`<sl-checkbox
                    ?checked=${this.ticked.has(id)}
                    @sl-change=${(event: Event) => this.#tick(id, (event.target as HTMLInputElement).checked)}
                    >${name}</sl-checkbox
                  >`,
              )}`
          : html`<sl-select
                label="Reatribuir documentos a"
                clearable
                @sl-change=${(event: Event) => (this.heir = (event.target as HTMLInputElement).value)}
              >
                ${this.heirs.map((member) => html`<sl-option value=${member.user_id}>${fullName(member)}</sl-option>`)}
              </sl-select>
              ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}`
      }
      <sl-button slot="footer" @click=${() => this.#close()}>Cancelar</sl-button>
      ${
        this.step === 1
          ? html`<sl-button
              slot="footer"
              variant="primary"
              ?disabled=${this.ticked.size === 0}
              @click=${() => (this.step = 2)}
              >Continuar</sl-button
            >`
          : html`<sl-button slot="footer" variant="danger" @click=${() => this.#remove()}>Remover</sl-button>`
      }
    </sl-dialog>`;
  }
}
customElements.define('pd-leave', Leave);

import { LitElement, html, nothing } from 'lit';
import { api } from '../../../lookalike/client/api.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { complain, look, said, session } from './session.ts';

/** All users; a name has to be typed before somebody is deleted. */
class Users extends LitElement {
  static override properties = {
    users: { state: true },
    total: { state: true },
    licensed: { state: true },
    leaving: { state: true },
    typed: { state: true },
  };
  static override styles = look;
  declare users: User[];
  declare total: number;
  declare licensed: User | null;
  declare leaving: User | null;
  declare typed: string;
  #license = '';

  constructor() {
    super();
    this.users = [];
    this.total = 0;
    this.licensed = null;
    this.leaving = null;
    this.typed = '';
    void this.#load(15);
  }

  async #load(count: number): Promise<void> {
    const page = await api.users(session.profile.organization.id, { offset: 0, count, search: '' });
    this.users = page.results;
    this.total = page.total;
  }

  async #saveLicense(): Promise<void> {
    const user = this.licensed;
    if (user === null) return;
    try {
      await api.changeLicense(session.profile.organization.id, user.user_id, this.#license);
      said(this, `A licença de ${fullName(user)} foi alterada para ${this.#license}`);
    } catch (problem) {
      complain(this, problem);
    }
    this.licensed = null;
    await this.#load(this.users.length);
  }

  async #delete(): Promise<void> {
    const user = this.leaving;
    if (user === null) return;
    try {
      for (const { workspace_id: workspace, membership_id: id } of user.workspaces) {
        await api.removeMember(session.profile.organization.id, workspace, id);
      }
      said(this, `${fullName(user)} foi eliminado`);
    } catch (problem) {
      complain(this, problem);
    }
    this.leaving = null;
    await this.#load(this.users.length);
  }

  override render() {
    const { licensed, leaving } = this;
    return html`<h1>Todos os utilizadores</h1>
      <p>${this.users.length} de ${this.total}</p>
      ${this.users.map(
        (user) =>
          html`<div class="line">
            <div class="who">${fullName(user)}<span>${user.email}</span></div>
            <div>${user.workspaces.length} áreas de trabalho</div>
            <sl-button
              size="small"
              variant="text"
              @click=${() => {
                this.#license = user.license;
                this.licensed = user;
              }}
              >${user.license}</sl-button
            >
            <sl-button
              size="small"
              variant="danger"
              outline
              @click=${() => {
                this.typed = '';
                this.leaving = user;
              }}
              >Eliminar</sl-button
            >
          </div>`,
      )}
      ${
        this.users.length < this.total
          ? html`<p><sl-button @click=${() => this.#load(this.users.length + 15)}>Carregar mais</sl-button></p>`
          : nothing
      }
      <sl-dialog
        label="Alterar licença"
        ?open=${licensed !== null}
        @sl-after-hide=${(event: Event) => event.target === event.currentTarget && (this.licensed = null)}
      >
        ${
          licensed
            ? html`<p>${fullName(licensed)} (${licensed.email})</p>
                <sl-radio-group
                  label="Licença"
                  value=${licensed.license}
                  @sl-change=${(event: Event) => (this.#license = (event.target as HTMLInputElement).value)}
                >
                  ${session.profile.licenses.map((name) => html`<sl-radio value=${name}>${name}</sl-radio>`)}
                </sl-radio-group>`
            : nothing
        }
        <sl-button slot="footer" variant="primary" @click=${() => this.#saveLicense()}>Guardar</sl-button>
      </sl-dialog>
      <sl-dialog
        label="Eliminar utilizador"
        ?open=${leaving !== null}
        @sl-after-hide=${(event: Event) => event.target === event.currentTarget && (this.leaving = null)}
      >
        ${
          leaving
            ? html`<p>${fullName(leaving)} perderá o acesso a todas as áreas de trabalho. Esta ação é irreversível.</p>
                <sl-input
                  label="Escreva ${fullName(leaving)} para confirmar"
                  value=${this.typed}
                  @sl-input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
                ></sl-input>`
            : nothing
        }
        <sl-button slot="footer" @click=${() => (this.leaving = null)}>Cancelar</sl-button>
        <sl-button
          slot="footer"
          variant="danger"
          ?disabled=${leaving === null || this.typed !== fullName(leaving)}
          @click=${() => this.#delete()}
          >Eliminar</sl-button
        >
      </sl-dialog>`;
  }
}
customElements.define('pd-users', Users);

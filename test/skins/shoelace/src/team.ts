import { LitElement, html, nothing } from 'lit';
import { api } from '../../../lookalike/client/api.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import './leave.ts';
import './member.ts';
import { complain, look, roleName, said, session } from './session.ts';

class Team extends LitElement {
  static override properties = {
    workspace: {},
    members: { state: true },
    chosen: { state: true },
    roles: { state: true },
    leaving: { state: true },
    shown: { state: true },
  };
  static override styles = look;
  declare workspace: string;
  declare members: Member[];
  declare chosen: ReadonlySet<string>;
  /** Roles that were chosen and not saved yet. */
  declare roles: ReadonlyMap<string, string>;
  declare leaving: readonly Member[];
  declare shown: Member | null;

  constructor() {
    super();
    this.members = [];
    this.#clear();
  }

  #clear(): void {
    this.chosen = new Set();
    this.roles = new Map();
    this.leaving = [];
    this.shown = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('workspace')) void this.#load();
  }

  async #load(): Promise<void> {
    this.#clear();
    this.members = (await api.members(session.profile.organization.id, this.workspace)).results;
  }

  async #saveRoles(): Promise<void> {
    try {
      for (const [id, role] of this.roles) {
        await api.changeRole(session.profile.organization.id, this.workspace, id, role);
      }
      said(this, 'As funções foram atualizadas');
    } catch (problem) {
      complain(this, problem);
    }
    await this.#load();
  }

  #choose(id: string, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
  }

  override render() {
    const changed = this.members.filter(({ membership_id: id }) => this.roles.has(id));
    return html`<h1>Equipa de ${this.members[0]?.workspace_name ?? ''}</h1>
      ${
        this.chosen.size > 0
          ? html`<div class="bar">
              <span>${this.chosen.size} selecionados</span>
              <sl-button
                variant="danger"
                size="small"
                @click=${() => (this.leaving = this.members.filter(({ membership_id: id }) => this.chosen.has(id)))}
                >Remover</sl-button
              >
            </div>`
          : nothing
      }
      ${
        changed.length > 0
          ? html`<div class="bar">
              <span>
                Alterações por guardar:
                ${changed.map((member) => `${fullName(member)} → ${roleName(this.roles.get(member.membership_id) ?? '')}`).join(', ')}
              </span>
              <sl-button variant="primary" size="small" @click=${() => this.#saveRoles()}>Guardar</sl-button>
              <sl-button size="small" @click=${() => this.#load()}>Descartar</sl-button>
            </div>`
          : nothing
      }
      <div>
        ${this.members.map(
          (member) =>
            html`<pd-member
              .member=${member}
              .chosen=${this.chosen.has(member.membership_id)}
              .role=${this.roles.get(member.membership_id) ?? member.role}
              @choose=${(event: CustomEvent<boolean>) => this.#choose(member.membership_id, event.detail)}
              @role=${(event: CustomEvent<string>) =>
                (this.roles = new Map(this.roles).set(member.membership_id, event.detail))}
              @leave=${() => (this.leaving = [member])}
              @show=${() => (this.shown = member)}
            ></pd-member>`,
        )}
      </div>
      <sl-drawer
        label=${this.shown ? fullName(this.shown) : ''}
        ?open=${this.shown !== null}
        @sl-after-hide=${(event: Event) => event.target === event.currentTarget && (this.shown = null)}
      >
        ${
          this.shown
            ? html`<p>${this.shown.email}</p>
                <p>Função: ${roleName(this.shown.role)}</p>
                <p>Licença: ${this.shown.user_license}</p>
                <sl-button
                  slot="footer"
                  variant="danger"
                  @click=${() => (this.leaving = this.shown ? [this.shown] : [])}
                  >Revogar acesso</sl-button
                >`
            : nothing
        }
      </sl-drawer>
      <pd-leave
        .people=${this.leaving}
        .workspace=${this.workspace}
        @closed=${() => (this.leaving = [])}
        @left=${() => this.#load()}
      ></pd-leave>`;
  }
}
customElements.define('pd-team', Team);

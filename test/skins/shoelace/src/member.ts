import { LitElement, html, nothing } from 'lit';
import type { Member } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { asValue, fromValue, look, roleName, session } from './session.ts';

/** One line of the team, in a shadow root of its own. */
class MemberLine extends LitElement {
  static override properties = { member: {}, chosen: {}, role: {} };
  static override styles = look;
  declare member: Member;
  declare chosen: boolean;
  declare role: string;

  #tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { member } = this;
    return html`<div class="line">
      <sl-checkbox
        ?checked=${this.chosen}
        aria-label="Selecionar"
        @sl-change=${(event: Event) => this.#tell('choose', (event.target as HTMLInputElement).checked)}
      ></sl-checkbox>
      <sl-avatar image=${member.avatar ?? nothing} initials=${fullName(member).slice(0, 1)}></sl-avatar>
      <div class="who">
        ${fullName(member)}${member.user_id === session.profile.id ? ' (você)' : ''}
        ${member.is_active ? nothing : html`<sl-badge variant="neutral">Pendente</sl-badge>`}
        ${member.first_name === '' ? nothing : html`<span>${member.email}</span>`}
      </div>
      <div>${member.user_license}</div>
      ${
        member.is_owner
          ? html`<div>Proprietário</div>`
          : html`<sl-select
              size="small"
              aria-label="Função"
              value=${asValue(this.role)}
              @sl-change=${(event: Event) => this.#tell('role', fromValue((event.target as HTMLInputElement).value))}
            >
              ${session.profile.roles.map((role) => html`<sl-option value=${asValue(role)}>${roleName(role)}</sl-option>`)}
            </sl-select>`
      }
      <sl-dropdown hoist>
        <sl-icon-button slot="trigger" name="three-dots" label="Mais ações"></sl-icon-button>
        <sl-menu @sl-select=${(event: CustomEvent<{ item: { value: string } }>) => this.#tell(event.detail.item.value)}>
          <sl-menu-item value="show">Ver perfil</sl-menu-item>
          <sl-menu-item value="leave">Remover da equipa</sl-menu-item>
        </sl-menu>
      </sl-dropdown>
    </div>`;
  }
}
customElements.define('pd-member', MemberLine);

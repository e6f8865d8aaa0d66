import { LitElement, html } from 'lit';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { complain, look, said, session } from './session.ts';

class Workspaces extends LitElement {
  static override properties = { workspaces: { state: true }, closing: { state: true } };
  static override styles = look;
  declare workspaces: Workspace[];
  declare closing: Workspace | null;

  constructor() {
    super();
    this.workspaces = [];
    this.closing = null;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.workspaces = (await api.workspaces(session.profile.organization.id)).results;
  }

  async #deactivate(): Promise<void> {
    const workspace = this.closing;
    this.closing = null;
    if (workspace === null) return;
    try {
      await api.deactivateWorkspace(session.profile.organization.id, workspace.id);
      said(this, `${workspace.name} foi desativada`);
      await session.load();
      this.dispatchEvent(new CustomEvent('profile', { bubbles: true, composed: true }));
    } catch (problem) {
      complain(this, problem);
    }
    await this.#load();
  }

  override render() {
    return html`<h1>Áreas de Trabalho</h1>
      ${this.workspaces.map(
        (workspace) =>
          html`<div class="line">
            <div class="who">${workspace.name}<span>${workspace.active_members_count} membros</span></div>
            <sl-button size="small" href=${hrefs.workspaceMembers(workspace.id)}>Membros</sl-button>
            <sl-dropdown hoist>
              <sl-icon-button slot="trigger" name="three-dots" label="Opções"></sl-icon-button>
              <sl-menu @sl-select=${() => (this.closing = workspace)}>
                <sl-menu-item>Desativar área de trabalho</sl-menu-item>
              </sl-menu>
            </sl-dropdown>
          </div>`,
      )}
      <sl-dialog
        label="Desativar ${this.closing?.name ?? ''}"
        ?open=${this.closing !== null}
        @sl-after-hide=${(event: Event) => event.target === event.currentTarget && (this.closing = null)}
      >
        <p>Todos os membros perderão o acesso.</p>
        <sl-button slot="footer" @click=${() => (this.closing = null)}>Cancelar</sl-button>
        <sl-button slot="footer" variant="danger" @click=${() => this.#deactivate()}>Desativar</sl-button>
      </sl-dialog>`;
  }
}
customElements.define('pd-workspaces', Workspaces);

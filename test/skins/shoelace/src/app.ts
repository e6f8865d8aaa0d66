import { LitElement, css, html, nothing } from 'lit';
import { hrefs, onNavigation, parseRoute } from '../../../lookalike/client/routes.ts';
import './dev-center.ts';
import './team.ts';
import './users.ts';
import './workspaces.ts';
import { session } from './session.ts';

class App extends LitElement {
  static override properties = { toast: { state: true } };
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: 230px 1fr;
      min-height: 100vh;
      font: 16px/1.5 var(--sl-font-sans);
    }
    nav {
      background: #f3f3f6;
      padding: 16px;
    }
    nav a {
      display: block;
      padding: 6px 0;
    }
    nav h2 {
      font-size: 13px;
      color: #666;
      margin: 20px 0 4px;
    }
    main {
      padding: 24px;
      min-width: 0;
    }
    .toast {
      position: fixed;
      top: 16px;
      right: 16px;
      background: #e6f4ea;
      padding: 12px 16px;
      border-radius: 6px;
      z-index: 2000;
    }
    .toast.bad {
      background: #fce8e6;
    }
  `;
  declare toast: { text: string; bad: boolean } | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.toast = null;
    onNavigation(() => this.requestUpdate());
    this.addEventListener('said', (event) => {
      clearTimeout(this.#timer);
      this.toast = (event as CustomEvent<{ text: string; bad: boolean }>).detail;
      this.#timer = setTimeout(() => (this.toast = null), 8000);
    });
    this.addEventListener('profile', () => this.requestUpdate());
  }

  async #switch(id: string): Promise<void> {
    await session.switchTo(id);
    this.requestUpdate();
  }

  override render() {
    const { workspace, workspaces, organization } = session.profile;
    const route = parseRoute(location);
    const page = (): unknown => {
      switch (route.page) {
        case 'team':
          return html`<pd-team .workspace=${workspace.id}></pd-team>`;
        case 'workspace-members':
          return html`<pd-team .workspace=${route.workspaceId}></pd-team>`;
        case 'all-users':
          return html`<pd-users></pd-users>`;
        case 'workspaces':
          return html`<pd-workspaces></pd-workspaces>`;
        case 'dev-center':
          return html`<pd-dev-center .workspace=${workspace.id}></pd-dev-center>`;
        default:
          return html`<h1>PandaDoc</h1>`;
      }
    };
    return html`<nav>
        <sl-dropdown>
          <sl-button slot="trigger" caret>${workspace.name}</sl-button>
          <sl-menu
            @sl-select=${(event: CustomEvent<{ item: { value: string } }>) => this.#switch(event.detail.item.value)}
          >
            ${workspaces.map(({ id, name }) => html`<sl-menu-item value=${id}>${name}</sl-menu-item>`)}
          </sl-menu>
        </sl-dropdown>
        <h2>${workspace.name}</h2>
        <a href=${hrefs.team}>Equipa e licenças</a>
        <a href=${hrefs.devCenter}>API e integrações</a>
        <h2>${organization.name}</h2>
        <a href=${hrefs.allUsers}>Todos os utilizadores</a>
        <a href=${hrefs.workspaces}>Áreas de Trabalho</a>
      </nav>
      <main>${page()}</main>
      ${
        this.toast === null
          ? nothing
          : html`<div class="toast ${this.toast.bad ? 'bad' : ''}" role="status">${this.toast.text}</div>`
      }`;
  }
}
customElements.define('pd-app', App);

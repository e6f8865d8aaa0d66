import { LitElement, html } from 'lit';
import { api } from '../../../lookalike/client/api.ts';
import type { KeySlot } from '../../../lookalike/client/wire.ts';
import { complain, look, said, session } from './session.ts';

const names = { sandbox: 'Chave de sandbox', production: 'Chave de produção' } as const;

class DevCenter extends LitElement {
  static override properties = { workspace: {}, slots: { state: true }, replacing: { state: true } };
  static override styles = look;
  declare workspace: string;
  declare slots: KeySlot[];
  declare replacing: KeySlot | null;

  constructor() {
    super();
    this.slots = [];
    this.replacing = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('workspace')) void this.#load();
  }

  async #load(): Promise<void> {
    this.slots = await api.keySlots(session.profile.organization.id, this.workspace);
  }

  async #generate(slot: KeySlot): Promise<void> {
    this.replacing = null;
    try {
      await api.generateKey(session.profile.organization.id, this.workspace, slot.type);
      said(this, 'A chave de API foi gerada');
    } catch (problem) {
      complain(this, problem);
    }
    await this.#load();
  }

  override render() {
    return html`<h1>Centro de programadores</h1>
      <h2>Chaves de API</h2>
      ${this.slots.map(
        (slot) =>
          html`<sl-card>
            <strong>${names[slot.type]}</strong>
            ${
              slot.state === 'issued'
                ? html`<p>${'•'.repeat(40)}</p>
                    <sl-button @click=${() => (this.replacing = slot)}>Gerar nova chave</sl-button>`
                : slot.state === 'none'
                  ? html`<p>Ainda não existe uma chave</p>
                      <sl-button variant="primary" @click=${() => this.#generate(slot)}>Gerar</sl-button>`
                  : html`<p><sl-button variant="text">Pedir uma demonstração</sl-button></p>`
            }
          </sl-card>`,
      )}
      <sl-dialog
        label="Gerar nova chave"
        ?open=${this.replacing !== null}
        @sl-after-hide=${(event: Event) => event.target === event.currentTarget && (this.replacing = null)}
      >
        <p>A chave atual deixa de funcionar de imediato.</p>
        <sl-button slot="footer" @click=${() => (this.replacing = null)}>Cancelar</sl-button>
        <sl-button slot="footer" variant="primary" @click=${() => this.replacing && this.#generate(this.replacing)}
          >Gerar</sl-button
        >
      </sl-dialog>`;
  }
}
customElements.define('pd-dev-center', DevCenter);

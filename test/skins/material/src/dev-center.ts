import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCardModule } from '@angular/material/card';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTabsModule } from '@angular/material/tabs';
import { firstValueFrom } from 'rxjs';
import { api } from '../../../lookalike/client/api.ts';
import type { KeySlot } from '../../../lookalike/client/wire.ts';
import { Question } from './question.ts';
import { Session, sentence } from './session.ts';

@Component({
  selector: 'pd-dev-center',
  imports: [MatButtonModule, MatCardModule, MatTabsModule],
  template: `
    <h1>Centrum deweloperskie</h1>
    <mat-tab-group>
      <mat-tab label="Konfiguracja">
        <h2>Klucze API</h2>
        @for (slot of slots(); track slot.type) {
          <mat-card>
            <mat-card-header>
              <mat-card-title>{{ names[slot.type] }}</mat-card-title>
            </mat-card-header>
            @switch (slot.state) {
              @case ('issued') {
                <mat-card-content
                  ><code>{{ mask }}</code></mat-card-content
                >
                <mat-card-actions>
                  <button mat-stroked-button (click)="replace(slot)">Wygeneruj nowy klucz</button>
                </mat-card-actions>
              }
              @case ('none') {
                <mat-card-actions><button mat-flat-button (click)="generate(slot)">Wygeneruj</button></mat-card-actions>
              }
              @default {
                <mat-card-actions><button mat-button>Poproś o demo</button></mat-card-actions>
              }
            }
          </mat-card>
        }
      </mat-tab>
      <mat-tab label="Dzienniki"></mat-tab>
    </mat-tab-group>
  `,
})
export class DevCenter {
  readonly workspace = input.required<string>();
  readonly slots = signal<readonly KeySlot[]>([]);
  readonly names = { sandbox: 'Klucz sandbox', production: 'Klucz produkcyjny' } as const;
  readonly mask = '•'.repeat(40);
  readonly #session = inject(Session);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);

  constructor() {
    effect(() => void this.#load(this.workspace()));
  }

  async #load(workspace: string): Promise<void> {
    this.slots.set(await api.keySlots(this.#session.profile.organization.id, workspace));
  }

  async replace(slot: KeySlot): Promise<void> {
    const dialog = this.#dialog.open<Question, unknown, boolean>(Question, {
      data: {
        title: 'Wygeneruj nowy klucz',
        text: 'Obecny klucz natychmiast przestanie działać.',
        yes: 'Wygeneruj',
      },
    });
    if ((await firstValueFrom(dialog.afterClosed())) === true) await this.generate(slot);
  }

  async generate(slot: KeySlot): Promise<void> {
    try {
      await api.generateKey(this.#session.profile.organization.id, this.workspace(), slot.type);
      this.#snackBar.open('Klucz API został wygenerowany', 'Zamknij', { duration: 8000 });
    } catch (problem) {
      this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
    }
    await this.#load(this.workspace());
  }
}

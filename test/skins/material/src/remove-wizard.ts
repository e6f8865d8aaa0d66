import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { MatStepperModule } from '@angular/material/stepper';
import { api } from '../../../lookalike/client/api.ts';
import type { Member, User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { Session, sentence } from './session.ts';

@Component({
  selector: 'pd-remove-wizard',
  imports: [MatButtonModule, MatCheckboxModule, MatDialogModule, MatFormFieldModule, MatSelectModule, MatStepperModule],
  template: `
    <h2 mat-dialog-title>Usuwanie użytkownika</h2>
    <mat-dialog-content>
      <mat-stepper orientation="vertical" linear>
        <mat-step label="Przestrzenie robocze">
          @for (place of user()?.workspaces ?? []; track place.workspace_id) {
            <div>
              <mat-checkbox
                [checked]="ticked().includes(place.workspace_id)"
                (change)="tick(place.workspace_id, $event.checked)"
                >{{ place.workspace_name }}</mat-checkbox
              >
            </div>
          }
          <button mat-button matStepperNext>Dalej</button>
        </mat-step>
        <mat-step label="Dokumenty">
          <mat-form-field>
            <mat-label>Nowy właściciel dokumentów</mat-label>
            <mat-select (valueChange)="heir.set($event)">
              <mat-option [value]="''">Brak</mat-option>
              @for (person of heirs(); track person.user_id) {
                <mat-option [value]="person.user_id">{{ fullName(person) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
          <div>
            <button mat-button matStepperPrevious>Wstecz</button>
            <button mat-button matStepperNext>Dalej</button>
          </div>
        </mat-step>
        <mat-step label="Potwierdzenie">
          <p>{{ fullName(data.member) }} utraci dostęp do wybranych przestrzeni. Tej operacji nie można cofnąć.</p>
          @if (problem()) {
            <p role="alert">{{ problem() }}</p>
          }
          <button mat-button matStepperPrevious>Wstecz</button>
          <button mat-flat-button [disabled]="ticked().length === 0" (click)="remove()">Usuń</button>
        </mat-step>
      </mat-stepper>
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button mat-button mat-dialog-close>Anuluj</button></mat-dialog-actions>
  `,
})
export class RemoveWizard {
  readonly data = inject<{ member: Member; workspace: string }>(MAT_DIALOG_DATA);
  readonly user = signal<User | null>(null);
  readonly heirs = signal<readonly Member[]>([]);
  readonly ticked = signal<readonly string[]>([]);
  readonly heir = signal('');
  readonly problem = signal('');
  readonly fullName = fullName;
  readonly #session = inject(Session);
  readonly #dialog = inject(MatDialogRef);

  constructor() {
    void this.#load();
  }

  async #load(): Promise<void> {
    const { organization, workspace } = this.#session.profile;
    this.ticked.set([this.data.workspace]);
    this.user.set(await api.user(organization.id, this.data.member.user_id));
    this.heirs.set((await api.members(organization.id, workspace.id)).results);
  }

  tick(id: string, on: boolean): void {
    const others = this.ticked().filter((other) => other !== id);
    this.ticked.set(on ? [...others, id] : others);
  }

  async remove(): Promise<void> {
    try {
      for (const { workspace_id: id, membership_id: membership } of this.user()?.workspaces ?? []) {
        if (!this.ticked().includes(id)) continue;
        await api.removeMember(this.#session.profile.organization.id, id, membership, this.heir() || undefined);
      }
      this.#dialog.close(true);
    } catch (problem) {
      this.problem.set(sentence(problem));
    }
  }
}

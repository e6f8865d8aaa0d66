import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCardModule } from '@angular/material/card';
import { MatListModule } from '@angular/material/list';
import type { MatListOption } from '@angular/material/list';
import { MatSnackBar } from '@angular/material/snack-bar';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { Session, roleName, sentence } from './session.ts';

/** Access is a list box of ticks; what was unticked is removed when it is saved. */
@Component({
  selector: 'pd-user',
  imports: [MatButtonModule, MatCardModule, MatListModule],
  template: `
    <a [href]="hrefs.allUsers">Wszyscy użytkownicy</a>
    @if (user(); as person) {
      <h1>{{ fullName(person) }}</h1>
      <p>{{ person.email }}</p>
      <mat-card>
        <mat-card-header><mat-card-title>Dostęp do przestrzeni roboczych</mat-card-title></mat-card-header>
        <mat-card-content>
          <mat-selection-list #list>
            @for (place of person.workspaces; track place.membership_id) {
              <mat-list-option [value]="place.membership_id" [selected]="true">
                {{ place.workspace_name }} ({{ roleName(place.role) }})
              </mat-list-option>
            }
          </mat-selection-list>
        </mat-card-content>
        <mat-card-actions>
          <button mat-flat-button (click)="save(list.selectedOptions.selected)">Zapisz zmiany</button>
        </mat-card-actions>
      </mat-card>
    }
  `,
})
export class UserPage {
  readonly userId = input.required<string>();
  readonly user = signal<User | null>(null);
  readonly hrefs = hrefs;
  readonly fullName = fullName;
  readonly roleName = roleName;
  readonly #session = inject(Session);
  readonly #snackBar = inject(MatSnackBar);

  constructor() {
    effect(() => void this.#load(this.userId()));
  }

  async #load(id: string): Promise<void> {
    this.user.set(await api.user(this.#session.profile.organization.id, id));
  }

  async save(selected: readonly MatListOption[]): Promise<void> {
    const kept = selected.map(({ value }) => String(value));
    try {
      for (const { workspace_id: workspace, membership_id: id } of this.user()?.workspaces ?? []) {
        if (!kept.includes(id)) await api.removeMember(this.#session.profile.organization.id, workspace, id);
      }
      this.#snackBar.open('Zmiany zostały zapisane', 'Zamknij', { duration: 8000 });
    } catch (problem) {
      this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
    }
    await this.#load(this.userId());
  }
}

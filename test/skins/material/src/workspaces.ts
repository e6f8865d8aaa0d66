import { Component, inject, signal } from '@angular/core';
import { MatBottomSheet, MatBottomSheetRef, MAT_BOTTOM_SHEET_DATA } from '@angular/material/bottom-sheet';
import { MatButtonModule } from '@angular/material/button';
import { MatExpansionModule } from '@angular/material/expansion';
import { MatListModule } from '@angular/material/list';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { Session, sentence } from './session.ts';

@Component({
  selector: 'pd-deactivate-sheet',
  imports: [MatListModule],
  template: `
    <h3>Dezaktywować przestrzeń {{ workspace.name }}?</h3>
    <p>Wszyscy członkowie utracą dostęp.</p>
    <mat-nav-list>
      <button mat-list-item (click)="sheet.dismiss(true)">Dezaktywuj</button>
      <button mat-list-item (click)="sheet.dismiss(false)">Anuluj</button>
    </mat-nav-list>
  `,
})
export class DeactivateSheet {
  readonly workspace = inject<Workspace>(MAT_BOTTOM_SHEET_DATA);
  readonly sheet = inject(MatBottomSheetRef);
}

@Component({
  selector: 'pd-workspaces',
  imports: [MatButtonModule, MatExpansionModule],
  template: `
    <h1>Przestrzenie robocze</h1>
    <mat-accordion>
      @for (workspace of workspaces(); track workspace.id) {
        <mat-expansion-panel>
          <mat-expansion-panel-header>
            <mat-panel-title>{{ workspace.name }}</mat-panel-title>
            <mat-panel-description>Członkowie: {{ workspace.active_members_count }}</mat-panel-description>
          </mat-expansion-panel-header>
          <p>Właściciel: {{ workspace.owner }}</p>
          <a mat-button [href]="hrefs.workspaceMembers(workspace.id)">Członkowie</a>
          <button mat-button (click)="deactivate(workspace)">Dezaktywuj przestrzeń</button>
        </mat-expansion-panel>
      }
    </mat-accordion>
  `,
})
export class Workspaces {
  readonly workspaces = signal<readonly Workspace[]>([]);
  readonly hrefs = hrefs;
  readonly #session = inject(Session);
  readonly #sheet = inject(MatBottomSheet);
  readonly #snackBar = inject(MatSnackBar);

  constructor() {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.workspaces.set((await api.workspaces(this.#session.profile.organization.id)).results);
  }

  async deactivate(workspace: Workspace): Promise<void> {
    const sheet = this.#sheet.open<DeactivateSheet, Workspace, boolean>(DeactivateSheet, { data: workspace });
    if ((await firstValueFrom(sheet.afterDismissed())) !== true) return;
    try {
      await api.deactivateWorkspace(this.#session.profile.organization.id, workspace.id);
      this.#snackBar.open(`Dezaktywowano: ${workspace.name}`, 'Zamknij', { duration: 8000 });
      await this.#session.load();
    } catch (problem) {
      this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
    }
    await this.#load();
  }
}

import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { MatPaginatorModule } from '@angular/material/paginator';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTableModule } from '@angular/material/table';
import { firstValueFrom } from 'rxjs';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { LicenseDialog } from './license-dialog.ts';
import { Question } from './question.ts';
import { Session, sentence } from './session.ts';

@Component({
  selector: 'pd-all-users',
  imports: [MatButtonModule, MatMenuModule, MatPaginatorModule, MatTableModule],
  template: `
    <h1>Wszyscy użytkownicy</h1>
    <table mat-table [dataSource]="users()">
      <ng-container matColumnDef="name">
        <th mat-header-cell *matHeaderCellDef>Imię i nazwisko</th>
        <td mat-cell *matCellDef="let user">
          <a [href]="hrefs.user(user.user_id)">{{ fullName(user) }}</a>
        </td>
      </ng-container>
      <ng-container matColumnDef="email">
        <th mat-header-cell *matHeaderCellDef>E-mail</th>
        <td mat-cell *matCellDef="let user">{{ user.email }}</td>
      </ng-container>
      <ng-container matColumnDef="license">
        <th mat-header-cell *matHeaderCellDef>Licencja</th>
        <td mat-cell *matCellDef="let user">{{ user.license }}</td>
      </ng-container>
      <ng-container matColumnDef="actions">
        <th mat-header-cell *matHeaderCellDef></th>
        <td mat-cell *matCellDef="let user">
          <button mat-button aria-label="Więcej" [matMenuTriggerFor]="menu">⋮</button>
          <mat-menu #menu="matMenu">
            <button mat-menu-item (click)="changeLicense(user)">Zmień licencję</button>
            <button mat-menu-item (click)="remove(user)">Usuń z organizacji</button>
          </mat-menu>
        </td>
      </ng-container>
      <tr mat-header-row *matHeaderRowDef="columns"></tr>
      <tr mat-row *matRowDef="let row; columns: columns"></tr>
    </table>
    <mat-paginator [length]="total()" [pageSize]="20" [hidePageSize]="true" (page)="load($event.pageIndex * 20)" />
  `,
})
export class AllUsers {
  readonly session = inject(Session);
  readonly users = signal<readonly User[]>([]);
  readonly total = signal(0);
  readonly columns = ['name', 'email', 'license', 'actions'];
  readonly hrefs = hrefs;
  readonly fullName = fullName;
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  #offset = 0;

  constructor() {
    void this.load(0);
  }

  async load(offset: number): Promise<void> {
    this.#offset = offset;
    const page = await api.users(this.session.profile.organization.id, { offset, count: 20, search: '' });
    this.users.set(page.results);
    this.total.set(page.total);
  }

  #say(text: string): void {
    this.#snackBar.open(text, 'Zamknij', { duration: 8000 });
  }

  async changeLicense(user: User): Promise<void> {
    const dialog = this.#dialog.open<LicenseDialog, unknown, string>(LicenseDialog, { data: user });
    const license = await firstValueFrom(dialog.afterClosed());
    if (license === undefined || license === '') return;
    try {
      await api.changeLicense(this.session.profile.organization.id, user.user_id, license);
      this.#say(`Licencja użytkownika ${fullName(user)}: ${license}`);
    } catch (problem) {
      this.#say(sentence(problem));
    }
    await this.load(this.#offset);
  }

  async remove(user: User): Promise<void> {
    const dialog = this.#dialog.open<Question, unknown, boolean>(Question, {
      data: {
        title: 'Usunąć z organizacji?',
        text: `${fullName(user)} utraci dostęp do wszystkich przestrzeni roboczych.`,
        yes: 'Tak, usuń',
      },
    });
    if ((await firstValueFrom(dialog.afterClosed())) !== true) return;
    try {
      for (const { workspace_id: workspace, membership_id: id } of user.workspaces) {
        await api.removeMember(this.session.profile.organization.id, workspace, id);
      }
      this.#say(`Użytkownik ${fullName(user)} został usunięty`);
    } catch (problem) {
      this.#say(sentence(problem));
    }
    await this.load(this.#offset);
  }
}

import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { MatSelectModule } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTableModule } from '@angular/material/table';
import { firstValueFrom } from 'rxjs';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { Question } from './question.ts';
import { RemoveWizard } from './remove-wizard.ts';
import { Session, roleName, sentence } from './session.ts';

@Component({
  selector: 'pd-team',
  imports: [MatButtonModule, MatCheckboxModule, MatMenuModule, MatSelectModule, MatTableModule],
  styles: `
    .avatar {
      width: 32px;
      height: 32px;
      border-radius: 50%;
      vertical-align: middle;
      margin-right: 10px;
    }
    .bar {
      display: flex;
      gap: 16px;
      align-items: center;
    }
    small {
      color: #555;
    }
  `,
  template: `
    <h1>Zespół: {{ members()[0]?.workspace_name }}</h1>
    @if (chosen().length > 0) {
      <div class="bar">
        <span>Zaznaczono: {{ chosen().length }}</span>
        <button mat-flat-button (click)="removeChosen()">Usuń zaznaczonych</button>
      </div>
    }
    <table mat-table [dataSource]="members()">
      <ng-container matColumnDef="tick">
        <th mat-header-cell *matHeaderCellDef></th>
        <td mat-cell *matCellDef="let member">
          <mat-checkbox aria-label="Zaznacz" [checked]="isChosen(member)" (change)="choose(member, $event.checked)" />
        </td>
      </ng-container>
      <ng-container matColumnDef="user">
        <th mat-header-cell *matHeaderCellDef>Użytkownik</th>
        <td mat-cell *matCellDef="let member">
          @if (member.avatar) {
            <img class="avatar" [src]="member.avatar" alt="" />
          }
          <a [href]="hrefs.user(member.user_id)">{{ fullName(member) }}</a>
          @if (member.user_id === session.profile.id) {
            (Ty)
          }
          @if (!member.is_active) {
            <em>Oczekuje</em>
          }
          <br />
          <small>{{ member.email }}</small>
        </td>
      </ng-container>
      <ng-container matColumnDef="role">
        <th mat-header-cell *matHeaderCellDef>Rola</th>
        <td mat-cell *matCellDef="let member">
          @if (member.is_owner) {
            Właściciel
          } @else {
            <mat-select aria-label="Rola" [value]="member.role" (valueChange)="changeRole(member, $event)">
              @for (role of session.profile.roles; track role) {
                <mat-option [value]="role">{{ roleName(role) }}</mat-option>
              }
            </mat-select>
          }
        </td>
      </ng-container>
      <ng-container matColumnDef="actions">
        <th mat-header-cell *matHeaderCellDef></th>
        <td mat-cell *matCellDef="let member">
          <button mat-button aria-label="Więcej" [matMenuTriggerFor]="menu">⋮</button>
          <mat-menu #menu="matMenu">
            <a mat-menu-item [href]="hrefs.user(member.user_id)">Szczegóły</a>
            <button mat-menu-item (click)="remove(member)">Usuń użytkownika</button>
          </mat-menu>
        </td>
      </ng-container>
      <tr mat-header-row *matHeaderRowDef="columns"></tr>
      <tr mat-row *matRowDef="let row; columns: columns"></tr>
    </table>
  `,
})
export class Team {
  readonly session = inject(Session);
  readonly workspace = input.required<string>();
  readonly members = signal<readonly Member[]>([]);
  readonly chosen = signal<readonly string[]>([]);
  readonly columns = ['tick', 'user', 'role', 'actions'];
  readonly hrefs = hrefs;
  readonly fullName = fullName;
  readonly roleName = roleName;
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);

  constructor() {
    effect(() => void this.#load(this.workspace()));
  }

  async #load(workspace: string): Promise<void> {
    this.members.set((await api.members(this.session.profile.organization.id, workspace)).results);
    this.chosen.set([]);
  }

  #say(text: string): void {
    this.#snackBar.open(text, 'Zamknij', { duration: 8000 });
  }

  isChosen(member: Member): boolean {
    return this.chosen().includes(member.membership_id);
  }

  choose(member: Member, on: boolean): void {
    const others = this.chosen().filter((id) => id !== member.membership_id);
    this.chosen.set(on ? [...others, member.membership_id] : others);
  }

  async changeRole(member: Member, role: string): Promise<void> {
    try {
      await api.changeRole(this.session.profile.organization.id, this.workspace(), member.membership_id, role);
      this.#say(`Rola użytkownika ${fullName(member)}: ${roleName(role)}`);
    } catch (problem) {
      this.#say(sentence(problem));
    }
    await this.#load(this.workspace());
  }

  async remove(member: Member): Promise<void> {
    const dialog = this.#dialog.open<RemoveWizard, unknown, boolean>(RemoveWizard, {
      data: { member, workspace: this.workspace() },
      width: '620px',
    });
    if ((await firstValueFrom(dialog.afterClosed())) !== true) return;
    this.#say(`Użytkownik ${fullName(member)} został usunięty`);
    await this.#load(this.workspace());
  }

  async removeChosen(): Promise<void> {
    const people = this.members().filter((member) => this.isChosen(member));
    const dialog = this.#dialog.open<Question, unknown, boolean>(Question, {
      data: {
        title: `Usunąć użytkowników (${String(people.length)})?`,
        text: 'Zaznaczone osoby utracą dostęp do tej przestrzeni roboczej.',
        yes: 'Usuń',
      },
    });
    if ((await firstValueFrom(dialog.afterClosed())) !== true) return;
    try {
      for (const { membership_id: id } of people) {
        await api.removeMember(this.session.profile.organization.id, this.workspace(), id);
      }
      this.#say(`Usunięto użytkowników: ${String(people.length)}`);
    } catch (problem) {
      this.#say(sentence(problem));
    }
    await this.#load(this.workspace());
  }
}

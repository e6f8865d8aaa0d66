import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import type { User } from '../../../lookalike/client/wire.ts';
import { fullName } from '../../shared/names.ts';
import { Session } from './session.ts';

/** Closes with the licence that was chosen. */
@Component({
  selector: 'pd-license-dialog',
  imports: [MatButtonModule, MatDialogModule, MatFormFieldModule, MatSelectModule],
  template: `
    <h2 mat-dialog-title>Zmień licencję</h2>
    <mat-dialog-content>
      <p>{{ fullName(user) }}</p>
      <mat-form-field>
        <mat-label>Licencja</mat-label>
        <mat-select [value]="license()" (valueChange)="license.set($event)">
          @for (name of licenses; track name) {
            <mat-option [value]="name">{{ name }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button mat-dialog-close>Anuluj</button>
      <button mat-flat-button [mat-dialog-close]="license()">Zapisz</button>
    </mat-dialog-actions>
  `,
})
export class LicenseDialog {
  readonly user = inject<User>(MAT_DIALOG_DATA);
  readonly licenses = inject(Session).profile.licenses;
  readonly license = signal(this.user.license);
  readonly fullName = fullName;
}

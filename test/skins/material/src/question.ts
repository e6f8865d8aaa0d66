import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';

/** A question with a way on and a way back; closes with `true` for the way on. */
@Component({
  selector: 'pd-question',
  imports: [MatButtonModule, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ data.title }}</h2>
    <mat-dialog-content>{{ data.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button [mat-dialog-close]="false">Anuluj</button>
      <button mat-flat-button [mat-dialog-close]="true">{{ data.yes }}</button>
    </mat-dialog-actions>
  `,
})
export class Question {
  readonly data = inject<{ title: string; text: string; yes: string }>(MAT_DIALOG_DATA);
}

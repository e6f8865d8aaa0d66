import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/dialog";
/** A question with a way on and a way back; closes with `true` for the way on. */
export class Question {
    data = inject(MAT_DIALOG_DATA);
    static ɵfac = function Question_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || Question)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: Question, selectors: [["pd-question"]], decls: 9, vars: 5, consts: [["mat-dialog-title", ""], ["align", "end"], ["mat-button", "", 3, "mat-dialog-close"], ["mat-flat-button", "", 3, "mat-dialog-close"]], template: function Question_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h2", 0);
            i0.ɵɵtext(1);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "mat-dialog-content");
            i0.ɵɵtext(3);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(4, "mat-dialog-actions", 1)(5, "button", 2);
            i0.ɵɵtext(6, "Anuluj");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(7, "button", 3);
            i0.ɵɵtext(8);
            i0.ɵɵelementEnd()();
        } if (rf & 2) {
            i0.ɵɵadvance();
            i0.ɵɵtextInterpolate(ctx.data.title);
            i0.ɵɵadvance(2);
            i0.ɵɵtextInterpolate(ctx.data.text);
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("mat-dialog-close", false);
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("mat-dialog-close", true);
            i0.ɵɵadvance();
            i0.ɵɵtextInterpolate(ctx.data.yes);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatDialogModule, i2.MatDialogClose, i2.MatDialogTitle, i2.MatDialogActions, i2.MatDialogContent], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(Question, [{
        type: Component,
        args: [{
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
            }]
    }], null, null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(Question, { className: "Question", filePath: "skins/material/src/question.ts", lineNumber: 18 }); })();

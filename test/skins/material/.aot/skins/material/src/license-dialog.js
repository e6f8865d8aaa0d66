import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { fullName } from "../../shared/names.js";
import { Session } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/dialog";
import * as i3 from "@angular/material/form-field";
import * as i4 from "@angular/material/select";
function LicenseDialog_For_10_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-option", 2);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const name_r1 = ctx.$implicit;
    i0.ɵɵproperty("value", name_r1);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(name_r1);
} }
/** Closes with the licence that was chosen. */
export class LicenseDialog {
    user = inject(MAT_DIALOG_DATA);
    licenses = inject(Session).profile.licenses;
    license = signal(this.user.license, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "license" }] : /* istanbul ignore next */ []));
    fullName = fullName;
    static ɵfac = function LicenseDialog_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || LicenseDialog)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: LicenseDialog, selectors: [["pd-license-dialog"]], decls: 16, vars: 3, consts: [["mat-dialog-title", ""], [3, "valueChange", "value"], [3, "value"], ["align", "end"], ["mat-button", "", "mat-dialog-close", ""], ["mat-flat-button", "", 3, "mat-dialog-close"]], template: function LicenseDialog_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h2", 0);
            i0.ɵɵtext(1, "Zmie\u0144 licencj\u0119");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "mat-dialog-content")(3, "p");
            i0.ɵɵtext(4);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(5, "mat-form-field")(6, "mat-label");
            i0.ɵɵtext(7, "Licencja");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(8, "mat-select", 1);
            i0.ɵɵlistener("valueChange", function LicenseDialog_Template_mat_select_valueChange_8_listener($event) { return ctx.license.set($event); });
            i0.ɵɵrepeaterCreate(9, LicenseDialog_For_10_Template, 2, 2, "mat-option", 2, i0.ɵɵrepeaterTrackByIdentity);
            i0.ɵɵelementEnd()()();
            i0.ɵɵelementStart(11, "mat-dialog-actions", 3)(12, "button", 4);
            i0.ɵɵtext(13, "Anuluj");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(14, "button", 5);
            i0.ɵɵtext(15, "Zapisz");
            i0.ɵɵelementEnd()();
        } if (rf & 2) {
            i0.ɵɵadvance(4);
            i0.ɵɵtextInterpolate(ctx.fullName(ctx.user));
            i0.ɵɵadvance(4);
            i0.ɵɵproperty("value", ctx.license());
            i0.ɵɵadvance();
            i0.ɵɵrepeater(ctx.licenses);
            i0.ɵɵadvance(5);
            i0.ɵɵproperty("mat-dialog-close", ctx.license());
        } }, dependencies: [MatButtonModule, i1.MatButton, MatDialogModule, i2.MatDialogClose, i2.MatDialogTitle, i2.MatDialogActions, i2.MatDialogContent, MatFormFieldModule, i3.MatFormField, i3.MatLabel, MatSelectModule, i4.MatSelect, i4.MatOption], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(LicenseDialog, [{
        type: Component,
        args: [{
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
            }]
    }], null, null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(LicenseDialog, { className: "LicenseDialog", filePath: "skins/material/src/license-dialog.ts", lineNumber: 33 }); })();

import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { MatStepperModule } from '@angular/material/stepper';
import { api } from "../../../lookalike/client/api.js";
import { fullName } from "../../shared/names.js";
import { Session, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/checkbox";
import * as i3 from "@angular/material/dialog";
import * as i4 from "@angular/material/form-field";
import * as i5 from "@angular/material/select";
import * as i6 from "@angular/material/stepper";
const _c0 = () => [];
const _forTrack0 = ($index, $item) => $item.workspace_id;
const _forTrack1 = ($index, $item) => $item.user_id;
function RemoveWizard_For_6_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "div")(1, "mat-checkbox", 13);
    i0.ɵɵlistener("change", function RemoveWizard_For_6_Template_mat_checkbox_change_1_listener($event) { const place_r2 = i0.ɵɵrestoreView(_r1).$implicit; const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.tick(place_r2.workspace_id, $event.checked)); });
    i0.ɵɵtext(2);
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const place_r2 = ctx.$implicit;
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵproperty("checked", ctx_r2.ticked().includes(place_r2.workspace_id));
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(place_r2.workspace_name);
} }
function RemoveWizard_For_17_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-option", 6);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const person_r4 = ctx.$implicit;
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵproperty("value", person_r4.user_id);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r2.fullName(person_r4));
} }
function RemoveWizard_Conditional_26_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "p", 9);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r2.problem());
} }
export class RemoveWizard {
    data = inject(MAT_DIALOG_DATA);
    user = signal(null, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "user" }] : /* istanbul ignore next */ []));
    heirs = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "heirs" }] : /* istanbul ignore next */ []));
    ticked = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "ticked" }] : /* istanbul ignore next */ []));
    heir = signal('', /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "heir" }] : /* istanbul ignore next */ []));
    problem = signal('', /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "problem" }] : /* istanbul ignore next */ []));
    fullName = fullName;
    #session = inject(Session);
    #dialog = inject(MatDialogRef);
    constructor() {
        void this.#load();
    }
    async #load() {
        const { organization, workspace } = this.#session.profile;
        this.ticked.set([this.data.workspace]);
        this.user.set(await api.user(organization.id, this.data.member.user_id));
        this.heirs.set((await api.members(organization.id, workspace.id)).results);
    }
    tick(id, on) {
        const others = this.ticked().filter((other) => other !== id);
        this.ticked.set(on ? [...others, id] : others);
    }
    async remove() {
        try {
            for (const { workspace_id: id, membership_id: membership } of this.user()?.workspaces ?? []) {
                if (!this.ticked().includes(id))
                    continue;
                await api.removeMember(this.#session.profile.organization.id, id, membership, this.heir() || undefined);
            }
            this.#dialog.close(true);
        }
        catch (problem) {
            this.problem.set(sentence(problem));
        }
    }
    static ɵfac = function RemoveWizard_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || RemoveWizard)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: RemoveWizard, selectors: [["pd-remove-wizard"]], decls: 34, vars: 5, consts: [["mat-dialog-title", ""], ["orientation", "vertical", "linear", ""], ["label", "Przestrzenie robocze"], ["mat-button", "", "matStepperNext", ""], ["label", "Dokumenty"], [3, "valueChange"], [3, "value"], ["mat-button", "", "matStepperPrevious", ""], ["label", "Potwierdzenie"], ["role", "alert"], ["mat-flat-button", "", 3, "click", "disabled"], ["align", "end"], ["mat-button", "", "mat-dialog-close", ""], [3, "change", "checked"]], template: function RemoveWizard_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h2", 0);
            i0.ɵɵtext(1, "Usuwanie u\u017Cytkownika");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "mat-dialog-content")(3, "mat-stepper", 1)(4, "mat-step", 2);
            i0.ɵɵrepeaterCreate(5, RemoveWizard_For_6_Template, 3, 2, "div", null, _forTrack0);
            i0.ɵɵelementStart(7, "button", 3);
            i0.ɵɵtext(8, "Dalej");
            i0.ɵɵelementEnd()();
            i0.ɵɵelementStart(9, "mat-step", 4)(10, "mat-form-field")(11, "mat-label");
            i0.ɵɵtext(12, "Nowy w\u0142a\u015Bciciel dokument\u00F3w");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(13, "mat-select", 5);
            i0.ɵɵlistener("valueChange", function RemoveWizard_Template_mat_select_valueChange_13_listener($event) { return ctx.heir.set($event); });
            i0.ɵɵelementStart(14, "mat-option", 6);
            i0.ɵɵtext(15, "Brak");
            i0.ɵɵelementEnd();
            i0.ɵɵrepeaterCreate(16, RemoveWizard_For_17_Template, 2, 2, "mat-option", 6, _forTrack1);
            i0.ɵɵelementEnd()();
            i0.ɵɵelementStart(18, "div")(19, "button", 7);
            i0.ɵɵtext(20, "Wstecz");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(21, "button", 3);
            i0.ɵɵtext(22, "Dalej");
            i0.ɵɵelementEnd()()();
            i0.ɵɵelementStart(23, "mat-step", 8)(24, "p");
            i0.ɵɵtext(25);
            i0.ɵɵelementEnd();
            i0.ɵɵconditionalCreate(26, RemoveWizard_Conditional_26_Template, 2, 1, "p", 9);
            i0.ɵɵelementStart(27, "button", 7);
            i0.ɵɵtext(28, "Wstecz");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(29, "button", 10);
            i0.ɵɵlistener("click", function RemoveWizard_Template_button_click_29_listener() { return ctx.remove(); });
            i0.ɵɵtext(30, "Usu\u0144");
            i0.ɵɵelementEnd()()()();
            i0.ɵɵelementStart(31, "mat-dialog-actions", 11)(32, "button", 12);
            i0.ɵɵtext(33, "Anuluj");
            i0.ɵɵelementEnd()();
        } if (rf & 2) {
            i0.ɵɵadvance(5);
            i0.ɵɵrepeater(ctx.user()?.workspaces ?? i0.ɵɵpureFunction0(4, _c0));
            i0.ɵɵadvance(9);
            i0.ɵɵproperty("value", "");
            i0.ɵɵadvance(2);
            i0.ɵɵrepeater(ctx.heirs());
            i0.ɵɵadvance(9);
            i0.ɵɵtextInterpolate1("", ctx.fullName(ctx.data.member), " utraci dost\u0119p do wybranych przestrzeni. Tej operacji nie mo\u017Cna cofn\u0105\u0107.");
            i0.ɵɵadvance();
            i0.ɵɵconditional(ctx.problem() ? 26 : -1);
            i0.ɵɵadvance(3);
            i0.ɵɵproperty("disabled", ctx.ticked().length === 0);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatCheckboxModule, i2.MatCheckbox, MatDialogModule, i3.MatDialogClose, i3.MatDialogTitle, i3.MatDialogActions, i3.MatDialogContent, MatFormFieldModule, i4.MatFormField, i4.MatLabel, MatSelectModule, i5.MatSelect, i5.MatOption, MatStepperModule, i6.MatStep, i6.MatStepper, i6.MatStepperNext, i6.MatStepperPrevious], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(RemoveWizard, [{
        type: Component,
        args: [{
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
            }]
    }], () => [], null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(RemoveWizard, { className: "RemoveWizard", filePath: "skins/material/src/remove-wizard.ts", lineNumber: 60 }); })();

import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCardModule } from '@angular/material/card';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTabsModule } from '@angular/material/tabs';
import { firstValueFrom } from 'rxjs';
import { api } from "../../../lookalike/client/api.js";
import { Question } from "./question.js";
import { Session, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/card";
import * as i3 from "@angular/material/tabs";
const _forTrack0 = ($index, $item) => $item.type;
function DevCenter_For_7_Case_4_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "mat-card-content")(1, "code");
    i0.ɵɵtext(2);
    i0.ɵɵelementEnd()();
    i0.ɵɵelementStart(3, "mat-card-actions")(4, "button", 2);
    i0.ɵɵlistener("click", function DevCenter_For_7_Case_4_Template_button_click_4_listener() { i0.ɵɵrestoreView(_r1); const slot_r2 = i0.ɵɵnextContext().$implicit; const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.replace(slot_r2)); });
    i0.ɵɵtext(5, "Wygeneruj nowy klucz");
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext(2);
    i0.ɵɵadvance(2);
    i0.ɵɵtextInterpolate(ctx_r2.mask);
} }
function DevCenter_For_7_Case_5_Template(rf, ctx) { if (rf & 1) {
    const _r4 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "mat-card-actions")(1, "button", 3);
    i0.ɵɵlistener("click", function DevCenter_For_7_Case_5_Template_button_click_1_listener() { i0.ɵɵrestoreView(_r4); const slot_r2 = i0.ɵɵnextContext().$implicit; const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.generate(slot_r2)); });
    i0.ɵɵtext(2, "Wygeneruj");
    i0.ɵɵelementEnd()();
} }
function DevCenter_For_7_Case_6_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-card-actions")(1, "button", 4);
    i0.ɵɵtext(2, "Popro\u015B o demo");
    i0.ɵɵelementEnd()();
} }
function DevCenter_For_7_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-card")(1, "mat-card-header")(2, "mat-card-title");
    i0.ɵɵtext(3);
    i0.ɵɵelementEnd()();
    i0.ɵɵconditionalCreate(4, DevCenter_For_7_Case_4_Template, 6, 1)(5, DevCenter_For_7_Case_5_Template, 3, 0, "mat-card-actions")(6, DevCenter_For_7_Case_6_Template, 3, 0, "mat-card-actions");
    i0.ɵɵelementEnd();
} if (rf & 2) {
    let tmp_11_0;
    const slot_r2 = ctx.$implicit;
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵadvance(3);
    i0.ɵɵtextInterpolate(ctx_r2.names[slot_r2.type]);
    i0.ɵɵadvance();
    i0.ɵɵconditional((tmp_11_0 = slot_r2.state) === "issued" ? 4 : tmp_11_0 === "none" ? 5 : 6);
} }
export class DevCenter {
    workspace = input.required(/* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "workspace" }] : /* istanbul ignore next */ []));
    slots = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "slots" }] : /* istanbul ignore next */ []));
    names = { sandbox: 'Klucz sandbox', production: 'Klucz produkcyjny' };
    mask = '•'.repeat(40);
    #session = inject(Session);
    #dialog = inject(MatDialog);
    #snackBar = inject(MatSnackBar);
    constructor() {
        effect(() => void this.#load(this.workspace()));
    }
    async #load(workspace) {
        this.slots.set(await api.keySlots(this.#session.profile.organization.id, workspace));
    }
    async replace(slot) {
        const dialog = this.#dialog.open(Question, {
            data: {
                title: 'Wygeneruj nowy klucz',
                text: 'Obecny klucz natychmiast przestanie działać.',
                yes: 'Wygeneruj',
            },
        });
        if ((await firstValueFrom(dialog.afterClosed())) === true)
            await this.generate(slot);
    }
    async generate(slot) {
        try {
            await api.generateKey(this.#session.profile.organization.id, this.workspace(), slot.type);
            this.#snackBar.open('Klucz API został wygenerowany', 'Zamknij', { duration: 8000 });
        }
        catch (problem) {
            this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
        }
        await this.#load(this.workspace());
    }
    static ɵfac = function DevCenter_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || DevCenter)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: DevCenter, selectors: [["pd-dev-center"]], inputs: { workspace: [1, "workspace"] }, decls: 9, vars: 0, consts: [["label", "Konfiguracja"], ["label", "Dzienniki"], ["mat-stroked-button", "", 3, "click"], ["mat-flat-button", "", 3, "click"], ["mat-button", ""]], template: function DevCenter_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h1");
            i0.ɵɵtext(1, "Centrum deweloperskie");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "mat-tab-group")(3, "mat-tab", 0)(4, "h2");
            i0.ɵɵtext(5, "Klucze API");
            i0.ɵɵelementEnd();
            i0.ɵɵrepeaterCreate(6, DevCenter_For_7_Template, 7, 2, "mat-card", null, _forTrack0);
            i0.ɵɵelementEnd();
            i0.ɵɵelement(8, "mat-tab", 1);
            i0.ɵɵelementEnd();
        } if (rf & 2) {
            i0.ɵɵadvance(6);
            i0.ɵɵrepeater(ctx.slots());
        } }, dependencies: [MatButtonModule, i1.MatButton, MatCardModule, i2.MatCard, i2.MatCardActions, i2.MatCardContent, i2.MatCardHeader, i2.MatCardTitle, MatTabsModule, i3.MatTab, i3.MatTabGroup], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(DevCenter, [{
        type: Component,
        args: [{
                selector: 'pd-dev-center',
                imports: [MatButtonModule, MatCardModule, MatTabsModule],
                template: `
    <h1>Centrum deweloperskie</h1>
    <mat-tab-group>
      <mat-tab label="Konfiguracja">
        <h2>Klucze API</h2>
        @for (slot of slots(); track slot.type) {
          <mat-card>
            <mat-card-header>
              <mat-card-title>{{ names[slot.type] }}</mat-card-title>
            </mat-card-header>
            @switch (slot.state) {
              @case ('issued') {
                <mat-card-content
                  ><code>{{ mask }}</code></mat-card-content
                >
                <mat-card-actions>
                  <button mat-stroked-button (click)="replace(slot)">Wygeneruj nowy klucz</button>
                </mat-card-actions>
              }
              @case ('none') {
                <mat-card-actions><button mat-flat-button (click)="generate(slot)">Wygeneruj</button></mat-card-actions>
              }
              @default {
                <mat-card-actions><button mat-button>Poproś o demo</button></mat-card-actions>
              }
            }
          </mat-card>
        }
      </mat-tab>
      <mat-tab label="Dzienniki"></mat-tab>
    </mat-tab-group>
  `,
            }]
    }], () => [], { workspace: [{ type: i0.Input, args: [{ isSignal: true, alias: "workspace", required: true }] }] }); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(DevCenter, { className: "DevCenter", filePath: "skins/material/src/dev-center.ts", lineNumber: 49 }); })();

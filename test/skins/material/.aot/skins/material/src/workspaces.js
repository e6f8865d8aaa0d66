import { Component, inject, signal } from '@angular/core';
import { MatBottomSheet, MatBottomSheetRef, MAT_BOTTOM_SHEET_DATA } from '@angular/material/bottom-sheet';
import { MatButtonModule } from '@angular/material/button';
import { MatExpansionModule } from '@angular/material/expansion';
import { MatListModule } from '@angular/material/list';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import { api } from "../../../lookalike/client/api.js";
import { hrefs } from "../../../lookalike/client/routes.js";
import { Session, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/list";
import * as i2 from "@angular/material/button";
import * as i3 from "@angular/material/expansion";
const _forTrack0 = ($index, $item) => $item.id;
function Workspaces_For_4_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "mat-expansion-panel")(1, "mat-expansion-panel-header")(2, "mat-panel-title");
    i0.ɵɵtext(3);
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(4, "mat-panel-description");
    i0.ɵɵtext(5);
    i0.ɵɵelementEnd()();
    i0.ɵɵelementStart(6, "p");
    i0.ɵɵtext(7);
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(8, "a", 0);
    i0.ɵɵtext(9, "Cz\u0142onkowie");
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(10, "button", 1);
    i0.ɵɵlistener("click", function Workspaces_For_4_Template_button_click_10_listener() { const workspace_r2 = i0.ɵɵrestoreView(_r1).$implicit; const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.deactivate(workspace_r2)); });
    i0.ɵɵtext(11, "Dezaktywuj przestrze\u0144");
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const workspace_r2 = ctx.$implicit;
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵadvance(3);
    i0.ɵɵtextInterpolate(workspace_r2.name);
    i0.ɵɵadvance(2);
    i0.ɵɵtextInterpolate1("Cz\u0142onkowie: ", workspace_r2.active_members_count);
    i0.ɵɵadvance(2);
    i0.ɵɵtextInterpolate1("W\u0142a\u015Bciciel: ", workspace_r2.owner);
    i0.ɵɵadvance();
    i0.ɵɵproperty("href", ctx_r2.hrefs.workspaceMembers(workspace_r2.id), i0.ɵɵsanitizeUrl);
} }
export class DeactivateSheet {
    workspace = inject(MAT_BOTTOM_SHEET_DATA);
    sheet = inject(MatBottomSheetRef);
    static ɵfac = function DeactivateSheet_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || DeactivateSheet)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: DeactivateSheet, selectors: [["pd-deactivate-sheet"]], decls: 9, vars: 1, consts: [["mat-list-item", "", 3, "click"]], template: function DeactivateSheet_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h3");
            i0.ɵɵtext(1);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "p");
            i0.ɵɵtext(3, "Wszyscy cz\u0142onkowie utrac\u0105 dost\u0119p.");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(4, "mat-nav-list")(5, "button", 0);
            i0.ɵɵlistener("click", function DeactivateSheet_Template_button_click_5_listener() { return ctx.sheet.dismiss(true); });
            i0.ɵɵtext(6, "Dezaktywuj");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(7, "button", 0);
            i0.ɵɵlistener("click", function DeactivateSheet_Template_button_click_7_listener() { return ctx.sheet.dismiss(false); });
            i0.ɵɵtext(8, "Anuluj");
            i0.ɵɵelementEnd()();
        } if (rf & 2) {
            i0.ɵɵadvance();
            i0.ɵɵtextInterpolate1("Dezaktywowa\u0107 przestrze\u0144 ", ctx.workspace.name, "?");
        } }, dependencies: [MatListModule, i1.MatNavList, i1.MatListItem], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(DeactivateSheet, [{
        type: Component,
        args: [{
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
            }]
    }], null, null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(DeactivateSheet, { className: "DeactivateSheet", filePath: "skins/material/src/workspaces.ts", lineNumber: 25 }); })();
export class Workspaces {
    workspaces = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "workspaces" }] : /* istanbul ignore next */ []));
    hrefs = hrefs;
    #session = inject(Session);
    #sheet = inject(MatBottomSheet);
    #snackBar = inject(MatSnackBar);
    constructor() {
        void this.#load();
    }
    async #load() {
        this.workspaces.set((await api.workspaces(this.#session.profile.organization.id)).results);
    }
    async deactivate(workspace) {
        const sheet = this.#sheet.open(DeactivateSheet, { data: workspace });
        if ((await firstValueFrom(sheet.afterDismissed())) !== true)
            return;
        try {
            await api.deactivateWorkspace(this.#session.profile.organization.id, workspace.id);
            this.#snackBar.open(`Dezaktywowano: ${workspace.name}`, 'Zamknij', { duration: 8000 });
            await this.#session.load();
        }
        catch (problem) {
            this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
        }
        await this.#load();
    }
    static ɵfac = function Workspaces_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || Workspaces)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: Workspaces, selectors: [["pd-workspaces"]], decls: 5, vars: 0, consts: [["mat-button", "", 3, "href"], ["mat-button", "", 3, "click"]], template: function Workspaces_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h1");
            i0.ɵɵtext(1, "Przestrzenie robocze");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "mat-accordion");
            i0.ɵɵrepeaterCreate(3, Workspaces_For_4_Template, 12, 4, "mat-expansion-panel", null, _forTrack0);
            i0.ɵɵelementEnd();
        } if (rf & 2) {
            i0.ɵɵadvance(3);
            i0.ɵɵrepeater(ctx.workspaces());
        } }, dependencies: [MatButtonModule, i2.MatButton, MatExpansionModule, i3.MatAccordion, i3.MatExpansionPanel, i3.MatExpansionPanelHeader, i3.MatExpansionPanelTitle, i3.MatExpansionPanelDescription], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(Workspaces, [{
        type: Component,
        args: [{
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
            }]
    }], () => [], null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(Workspaces, { className: "Workspaces", filePath: "skins/material/src/workspaces.ts", lineNumber: 50 }); })();

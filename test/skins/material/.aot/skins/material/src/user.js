import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCardModule } from '@angular/material/card';
import { MatListModule } from '@angular/material/list';
import { MatSnackBar } from '@angular/material/snack-bar';
import { api } from "../../../lookalike/client/api.js";
import { hrefs } from "../../../lookalike/client/routes.js";
import { fullName } from "../../shared/names.js";
import { Session, roleName, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/card";
import * as i3 from "@angular/material/list";
const _forTrack0 = ($index, $item) => $item.membership_id;
function UserPage_Conditional_2_For_12_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-list-option", 2);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const place_r2 = ctx.$implicit;
    const ctx_r2 = i0.ɵɵnextContext(2);
    i0.ɵɵproperty("value", place_r2.membership_id)("selected", true);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate2(" ", place_r2.workspace_name, " (", ctx_r2.roleName(place_r2.role), ") ");
} }
function UserPage_Conditional_2_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "h1");
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(2, "p");
    i0.ɵɵtext(3);
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(4, "mat-card")(5, "mat-card-header")(6, "mat-card-title");
    i0.ɵɵtext(7, "Dost\u0119p do przestrzeni roboczych");
    i0.ɵɵelementEnd()();
    i0.ɵɵelementStart(8, "mat-card-content")(9, "mat-selection-list", null, 0);
    i0.ɵɵrepeaterCreate(11, UserPage_Conditional_2_For_12_Template, 2, 4, "mat-list-option", 2, _forTrack0);
    i0.ɵɵelementEnd()();
    i0.ɵɵelementStart(13, "mat-card-actions")(14, "button", 3);
    i0.ɵɵlistener("click", function UserPage_Conditional_2_Template_button_click_14_listener() { i0.ɵɵrestoreView(_r1); const list_r4 = i0.ɵɵreference(10); const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.save(list_r4.selectedOptions.selected)); });
    i0.ɵɵtext(15, "Zapisz zmiany");
    i0.ɵɵelementEnd()()();
} if (rf & 2) {
    const person_r5 = ctx;
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r2.fullName(person_r5));
    i0.ɵɵadvance(2);
    i0.ɵɵtextInterpolate(person_r5.email);
    i0.ɵɵadvance(8);
    i0.ɵɵrepeater(person_r5.workspaces);
} }
/** Access is a list box of ticks; what was unticked is removed when it is saved. */
export class UserPage {
    userId = input.required(/* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "userId" }] : /* istanbul ignore next */ []));
    user = signal(null, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "user" }] : /* istanbul ignore next */ []));
    hrefs = hrefs;
    fullName = fullName;
    roleName = roleName;
    #session = inject(Session);
    #snackBar = inject(MatSnackBar);
    constructor() {
        effect(() => void this.#load(this.userId()));
    }
    async #load(id) {
        this.user.set(await api.user(this.#session.profile.organization.id, id));
    }
    async save(selected) {
        const kept = selected.map(({ value }) => String(value));
        try {
            for (const { workspace_id: workspace, membership_id: id } of this.user()?.workspaces ?? []) {
                if (!kept.includes(id))
                    await api.removeMember(this.#session.profile.organization.id, workspace, id);
            }
            this.#snackBar.open('Zmiany zostały zapisane', 'Zamknij', { duration: 8000 });
        }
        catch (problem) {
            this.#snackBar.open(sentence(problem), 'Zamknij', { duration: 8000 });
        }
        await this.#load(this.userId());
    }
    static ɵfac = function UserPage_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || UserPage)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: UserPage, selectors: [["pd-user"]], inputs: { userId: [1, "userId"] }, decls: 3, vars: 2, consts: [["list", ""], [3, "href"], [3, "value", "selected"], ["mat-flat-button", "", 3, "click"]], template: function UserPage_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "a", 1);
            i0.ɵɵtext(1, "Wszyscy u\u017Cytkownicy");
            i0.ɵɵelementEnd();
            i0.ɵɵconditionalCreate(2, UserPage_Conditional_2_Template, 16, 2);
        } if (rf & 2) {
            let tmp_1_0;
            i0.ɵɵproperty("href", ctx.hrefs.allUsers, i0.ɵɵsanitizeUrl);
            i0.ɵɵadvance(2);
            i0.ɵɵconditional((tmp_1_0 = ctx.user()) ? 2 : -1, tmp_1_0);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatCardModule, i2.MatCard, i2.MatCardActions, i2.MatCardContent, i2.MatCardHeader, i2.MatCardTitle, MatListModule, i3.MatSelectionList, i3.MatListOption], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(UserPage, [{
        type: Component,
        args: [{
                selector: 'pd-user',
                imports: [MatButtonModule, MatCardModule, MatListModule],
                template: `
    <a [href]="hrefs.allUsers">Wszyscy użytkownicy</a>
    @if (user(); as person) {
      <h1>{{ fullName(person) }}</h1>
      <p>{{ person.email }}</p>
      <mat-card>
        <mat-card-header><mat-card-title>Dostęp do przestrzeni roboczych</mat-card-title></mat-card-header>
        <mat-card-content>
          <mat-selection-list #list>
            @for (place of person.workspaces; track place.membership_id) {
              <mat-list-option [value]="place.membership_id" [selected]="true">
                {{ place.workspace_name }} ({{ roleName(place.role) }})
              </mat-list-option>
            }
          </mat-selection-list>
        </mat-card-content>
        <mat-card-actions>
          <button mat-flat-button (click)="save(list.selectedOptions.selected)">Zapisz zmiany</button>
        </mat-card-actions>
      </mat-card>
    }
  `,
            }]
    }], () => [], { userId: [{ type: i0.Input, args: [{ isSignal: true, alias: "userId", required: true }] }] }); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(UserPage, { className: "UserPage", filePath: "skins/material/src/user.ts", lineNumber: 40 }); })();

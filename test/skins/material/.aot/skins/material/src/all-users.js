import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { MatPaginatorModule } from '@angular/material/paginator';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTableModule } from '@angular/material/table';
import { firstValueFrom } from 'rxjs';
import { api } from "../../../lookalike/client/api.js";
import { hrefs } from "../../../lookalike/client/routes.js";
import { fullName } from "../../shared/names.js";
import { LicenseDialog } from "./license-dialog.js";
import { Question } from "./question.js";
import { Session, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/menu";
import * as i3 from "@angular/material/paginator";
import * as i4 from "@angular/material/table";
function AllUsers_th_4_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "th", 11);
    i0.ɵɵtext(1, "Imi\u0119 i nazwisko");
    i0.ɵɵelementEnd();
} }
function AllUsers_td_5_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "td", 12)(1, "a", 13);
    i0.ɵɵtext(2);
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const user_r1 = ctx.$implicit;
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵproperty("href", ctx_r1.hrefs.user(user_r1.user_id), i0.ɵɵsanitizeUrl);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r1.fullName(user_r1));
} }
function AllUsers_th_7_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "th", 11);
    i0.ɵɵtext(1, "E-mail");
    i0.ɵɵelementEnd();
} }
function AllUsers_td_8_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "td", 12);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const user_r3 = ctx.$implicit;
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(user_r3.email);
} }
function AllUsers_th_10_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "th", 11);
    i0.ɵɵtext(1, "Licencja");
    i0.ɵɵelementEnd();
} }
function AllUsers_td_11_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "td", 12);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const user_r4 = ctx.$implicit;
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(user_r4.license);
} }
function AllUsers_th_13_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "th", 11);
} }
function AllUsers_td_14_Template(rf, ctx) { if (rf & 1) {
    const _r5 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "td", 12)(1, "button", 14);
    i0.ɵɵtext(2, "\u22EE");
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(3, "mat-menu", null, 0)(5, "button", 15);
    i0.ɵɵlistener("click", function AllUsers_td_14_Template_button_click_5_listener() { const user_r6 = i0.ɵɵrestoreView(_r5).$implicit; const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.changeLicense(user_r6)); });
    i0.ɵɵtext(6, "Zmie\u0144 licencj\u0119");
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(7, "button", 15);
    i0.ɵɵlistener("click", function AllUsers_td_14_Template_button_click_7_listener() { const user_r6 = i0.ɵɵrestoreView(_r5).$implicit; const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.remove(user_r6)); });
    i0.ɵɵtext(8, "Usu\u0144 z organizacji");
    i0.ɵɵelementEnd()()();
} if (rf & 2) {
    const menu_r7 = i0.ɵɵreference(4);
    i0.ɵɵadvance();
    i0.ɵɵproperty("matMenuTriggerFor", menu_r7);
} }
function AllUsers_tr_15_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "tr", 16);
} }
function AllUsers_tr_16_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "tr", 17);
} }
export class AllUsers {
    session = inject(Session);
    users = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "users" }] : /* istanbul ignore next */ []));
    total = signal(0, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "total" }] : /* istanbul ignore next */ []));
    columns = ['name', 'email', 'license', 'actions'];
    hrefs = hrefs;
    fullName = fullName;
    #dialog = inject(MatDialog);
    #snackBar = inject(MatSnackBar);
    #offset = 0;
    constructor() {
        void this.load(0);
    }
    async load(offset) {
        this.#offset = offset;
        const page = await api.users(this.session.profile.organization.id, { offset, count: 20, search: '' });
        this.users.set(page.results);
        this.total.set(page.total);
    }
    #say(text) {
        this.#snackBar.open(text, 'Zamknij', { duration: 8000 });
    }
    async changeLicense(user) {
        const dialog = this.#dialog.open(LicenseDialog, { data: user });
        const license = await firstValueFrom(dialog.afterClosed());
        if (license === undefined || license === '')
            return;
        try {
            await api.changeLicense(this.session.profile.organization.id, user.user_id, license);
            this.#say(`Licencja użytkownika ${fullName(user)}: ${license}`);
        }
        catch (problem) {
            this.#say(sentence(problem));
        }
        await this.load(this.#offset);
    }
    async remove(user) {
        const dialog = this.#dialog.open(Question, {
            data: {
                title: 'Usunąć z organizacji?',
                text: `${fullName(user)} utraci dostęp do wszystkich przestrzeni roboczych.`,
                yes: 'Tak, usuń',
            },
        });
        if ((await firstValueFrom(dialog.afterClosed())) !== true)
            return;
        try {
            for (const { workspace_id: workspace, membership_id: id } of user.workspaces) {
                await api.removeMember(this.session.profile.organization.id, workspace, id);
            }
            this.#say(`Użytkownik ${fullName(user)} został usunięty`);
        }
        catch (problem) {
            this.#say(sentence(problem));
        }
        await this.load(this.#offset);
    }
    static ɵfac = function AllUsers_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || AllUsers)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: AllUsers, selectors: [["pd-all-users"]], decls: 18, vars: 6, consts: [["menu", "matMenu"], ["mat-table", "", 3, "dataSource"], ["matColumnDef", "name"], ["mat-header-cell", "", 4, "matHeaderCellDef"], ["mat-cell", "", 4, "matCellDef"], ["matColumnDef", "email"], ["matColumnDef", "license"], ["matColumnDef", "actions"], ["mat-header-row", "", 4, "matHeaderRowDef"], ["mat-row", "", 4, "matRowDef", "matRowDefColumns"], [3, "page", "length", "pageSize", "hidePageSize"], ["mat-header-cell", ""], ["mat-cell", ""], [3, "href"], ["mat-button", "", "aria-label", "Wi\u0119cej", 3, "matMenuTriggerFor"], ["mat-menu-item", "", 3, "click"], ["mat-header-row", ""], ["mat-row", ""]], template: function AllUsers_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h1");
            i0.ɵɵtext(1, "Wszyscy u\u017Cytkownicy");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(2, "table", 1);
            i0.ɵɵelementContainerStart(3, 2);
            i0.ɵɵtemplate(4, AllUsers_th_4_Template, 2, 0, "th", 3)(5, AllUsers_td_5_Template, 3, 2, "td", 4);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(6, 5);
            i0.ɵɵtemplate(7, AllUsers_th_7_Template, 2, 0, "th", 3)(8, AllUsers_td_8_Template, 2, 1, "td", 4);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(9, 6);
            i0.ɵɵtemplate(10, AllUsers_th_10_Template, 2, 0, "th", 3)(11, AllUsers_td_11_Template, 2, 1, "td", 4);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(12, 7);
            i0.ɵɵtemplate(13, AllUsers_th_13_Template, 1, 0, "th", 3)(14, AllUsers_td_14_Template, 9, 1, "td", 4);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵtemplate(15, AllUsers_tr_15_Template, 1, 0, "tr", 8)(16, AllUsers_tr_16_Template, 1, 0, "tr", 9);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(17, "mat-paginator", 10);
            i0.ɵɵlistener("page", function AllUsers_Template_mat_paginator_page_17_listener($event) { return ctx.load($event.pageIndex * 20); });
            i0.ɵɵelementEnd();
        } if (rf & 2) {
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("dataSource", ctx.users());
            i0.ɵɵadvance(13);
            i0.ɵɵproperty("matHeaderRowDef", ctx.columns);
            i0.ɵɵadvance();
            i0.ɵɵproperty("matRowDefColumns", ctx.columns);
            i0.ɵɵadvance();
            i0.ɵɵproperty("length", ctx.total())("pageSize", 20)("hidePageSize", true);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatMenuModule, i2.MatMenu, i2.MatMenuItem, i2.MatMenuTrigger, MatPaginatorModule, i3.MatPaginator, MatTableModule, i4.MatTable, i4.MatHeaderCellDef, i4.MatHeaderRowDef, i4.MatColumnDef, i4.MatCellDef, i4.MatRowDef, i4.MatHeaderCell, i4.MatCell, i4.MatHeaderRow, i4.MatRow], encapsulation: 2 });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(AllUsers, [{
        type: Component,
        args: [{
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
            }]
    }], () => [], null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(AllUsers, { className: "AllUsers", filePath: "skins/material/src/all-users.ts", lineNumber: 53 }); })();

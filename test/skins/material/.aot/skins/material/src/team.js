import { Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { MatSelectModule } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTableModule } from '@angular/material/table';
import { firstValueFrom } from 'rxjs';
import { api } from "../../../lookalike/client/api.js";
import { hrefs } from "../../../lookalike/client/routes.js";
import { fullName } from "../../shared/names.js";
import { Question } from "./question.js";
import { RemoveWizard } from "./remove-wizard.js";
import { Session, roleName, sentence } from "./session.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/checkbox";
import * as i3 from "@angular/material/menu";
import * as i4 from "@angular/material/select";
import * as i5 from "@angular/material/table";
function Team_Conditional_2_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "div", 1)(1, "span");
    i0.ɵɵtext(2);
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(3, "button", 11);
    i0.ɵɵlistener("click", function Team_Conditional_2_Template_button_click_3_listener() { i0.ɵɵrestoreView(_r1); const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.removeChosen()); });
    i0.ɵɵtext(4, "Usu\u0144 zaznaczonych");
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵadvance(2);
    i0.ɵɵtextInterpolate1("Zaznaczono: ", ctx_r1.chosen().length);
} }
function Team_th_5_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "th", 12);
} }
function Team_td_6_Template(rf, ctx) { if (rf & 1) {
    const _r3 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "td", 13)(1, "mat-checkbox", 14);
    i0.ɵɵlistener("change", function Team_td_6_Template_mat_checkbox_change_1_listener($event) { const member_r4 = i0.ɵɵrestoreView(_r3).$implicit; const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.choose(member_r4, $event.checked)); });
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const member_r4 = ctx.$implicit;
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵproperty("checked", ctx_r1.isChosen(member_r4));
} }
function Team_th_8_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "th", 12);
    i0.ɵɵtext(1, "U\u017Cytkownik");
    i0.ɵɵelementEnd();
} }
function Team_td_9_Conditional_1_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "img", 15);
} if (rf & 2) {
    const member_r5 = i0.ɵɵnextContext().$implicit;
    i0.ɵɵproperty("src", member_r5.avatar);
} }
function Team_td_9_Conditional_4_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵtext(0, " (Ty) ");
} }
function Team_td_9_Conditional_5_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "em");
    i0.ɵɵtext(1, "Oczekuje");
    i0.ɵɵelementEnd();
} }
function Team_td_9_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "td", 13);
    i0.ɵɵconditionalCreate(1, Team_td_9_Conditional_1_Template, 1, 1, "img", 15);
    i0.ɵɵelementStart(2, "a", 16);
    i0.ɵɵtext(3);
    i0.ɵɵelementEnd();
    i0.ɵɵconditionalCreate(4, Team_td_9_Conditional_4_Template, 1, 0);
    i0.ɵɵconditionalCreate(5, Team_td_9_Conditional_5_Template, 2, 0, "em");
    i0.ɵɵelement(6, "br");
    i0.ɵɵelementStart(7, "small");
    i0.ɵɵtext(8);
    i0.ɵɵelementEnd()();
} if (rf & 2) {
    const member_r5 = ctx.$implicit;
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵconditional(member_r5.avatar ? 1 : -1);
    i0.ɵɵadvance();
    i0.ɵɵproperty("href", ctx_r1.hrefs.user(member_r5.user_id), i0.ɵɵsanitizeUrl);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r1.fullName(member_r5));
    i0.ɵɵadvance();
    i0.ɵɵconditional(member_r5.user_id === ctx_r1.session.profile.id ? 4 : -1);
    i0.ɵɵadvance();
    i0.ɵɵconditional(!member_r5.is_active ? 5 : -1);
    i0.ɵɵadvance(3);
    i0.ɵɵtextInterpolate(member_r5.email);
} }
function Team_th_11_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "th", 12);
    i0.ɵɵtext(1, "Rola");
    i0.ɵɵelementEnd();
} }
function Team_td_12_Conditional_1_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵtext(0, " W\u0142a\u015Bciciel ");
} }
function Team_td_12_Conditional_2_For_2_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "mat-option", 19);
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const role_r8 = ctx.$implicit;
    const ctx_r1 = i0.ɵɵnextContext(3);
    i0.ɵɵproperty("value", role_r8);
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(ctx_r1.roleName(role_r8));
} }
function Team_td_12_Conditional_2_Template(rf, ctx) { if (rf & 1) {
    const _r6 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "mat-select", 18);
    i0.ɵɵlistener("valueChange", function Team_td_12_Conditional_2_Template_mat_select_valueChange_0_listener($event) { i0.ɵɵrestoreView(_r6); const member_r7 = i0.ɵɵnextContext().$implicit; const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.changeRole(member_r7, $event)); });
    i0.ɵɵrepeaterCreate(1, Team_td_12_Conditional_2_For_2_Template, 2, 2, "mat-option", 19, i0.ɵɵrepeaterTrackByIdentity);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const member_r7 = i0.ɵɵnextContext().$implicit;
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵproperty("value", member_r7.role);
    i0.ɵɵadvance();
    i0.ɵɵrepeater(ctx_r1.session.profile.roles);
} }
function Team_td_12_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "td", 13);
    i0.ɵɵconditionalCreate(1, Team_td_12_Conditional_1_Template, 1, 0)(2, Team_td_12_Conditional_2_Template, 3, 1, "mat-select", 17);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const member_r7 = ctx.$implicit;
    i0.ɵɵadvance();
    i0.ɵɵconditional(member_r7.is_owner ? 1 : 2);
} }
function Team_th_14_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "th", 12);
} }
function Team_td_15_Template(rf, ctx) { if (rf & 1) {
    const _r9 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "td", 13)(1, "button", 20);
    i0.ɵɵtext(2, "\u22EE");
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(3, "mat-menu", null, 0)(5, "a", 21);
    i0.ɵɵtext(6, "Szczeg\u00F3\u0142y");
    i0.ɵɵelementEnd();
    i0.ɵɵelementStart(7, "button", 22);
    i0.ɵɵlistener("click", function Team_td_15_Template_button_click_7_listener() { const member_r10 = i0.ɵɵrestoreView(_r9).$implicit; const ctx_r1 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r1.remove(member_r10)); });
    i0.ɵɵtext(8, "Usu\u0144 u\u017Cytkownika");
    i0.ɵɵelementEnd()()();
} if (rf & 2) {
    const member_r10 = ctx.$implicit;
    const menu_r11 = i0.ɵɵreference(4);
    const ctx_r1 = i0.ɵɵnextContext();
    i0.ɵɵadvance();
    i0.ɵɵproperty("matMenuTriggerFor", menu_r11);
    i0.ɵɵadvance(4);
    i0.ɵɵproperty("href", ctx_r1.hrefs.user(member_r10.user_id), i0.ɵɵsanitizeUrl);
} }
function Team_tr_16_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "tr", 23);
} }
function Team_tr_17_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "tr", 24);
} }
export class Team {
    session = inject(Session);
    workspace = input.required(/* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "workspace" }] : /* istanbul ignore next */ []));
    members = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "members" }] : /* istanbul ignore next */ []));
    chosen = signal([], /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "chosen" }] : /* istanbul ignore next */ []));
    columns = ['tick', 'user', 'role', 'actions'];
    hrefs = hrefs;
    fullName = fullName;
    roleName = roleName;
    #dialog = inject(MatDialog);
    #snackBar = inject(MatSnackBar);
    constructor() {
        effect(() => void this.#load(this.workspace()));
    }
    async #load(workspace) {
        this.members.set((await api.members(this.session.profile.organization.id, workspace)).results);
        this.chosen.set([]);
    }
    #say(text) {
        this.#snackBar.open(text, 'Zamknij', { duration: 8000 });
    }
    isChosen(member) {
        return this.chosen().includes(member.membership_id);
    }
    choose(member, on) {
        const others = this.chosen().filter((id) => id !== member.membership_id);
        this.chosen.set(on ? [...others, member.membership_id] : others);
    }
    async changeRole(member, role) {
        try {
            await api.changeRole(this.session.profile.organization.id, this.workspace(), member.membership_id, role);
            this.#say(`Rola użytkownika ${fullName(member)}: ${roleName(role)}`);
        }
        catch (problem) {
            this.#say(sentence(problem));
        }
        await this.#load(this.workspace());
    }
    async remove(member) {
        const dialog = this.#dialog.open(RemoveWizard, {
            data: { member, workspace: this.workspace() },
            width: '620px',
        });
        if ((await firstValueFrom(dialog.afterClosed())) !== true)
            return;
        this.#say(`Użytkownik ${fullName(member)} został usunięty`);
        await this.#load(this.workspace());
    }
    async removeChosen() {
        const people = this.members().filter((member) => this.isChosen(member));
        const dialog = this.#dialog.open(Question, {
            data: {
                title: `Usunąć użytkowników (${String(people.length)})?`,
                text: 'Zaznaczone osoby utracą dostęp do tej przestrzeni roboczej.',
                yes: 'Usuń',
            },
        });
        if ((await firstValueFrom(dialog.afterClosed())) !== true)
            return;
        try {
            for (const { membership_id: id } of people) {
                await api.removeMember(this.session.profile.organization.id, this.workspace(), id);
            }
            this.#say(`Usunięto użytkowników: ${String(people.length)}`);
        }
        catch (problem) {
            this.#say(sentence(problem));
        }
        await this.#load(this.workspace());
    }
    static ɵfac = function Team_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || Team)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: Team, selectors: [["pd-team"]], inputs: { workspace: [1, "workspace"] }, decls: 18, vars: 5, consts: [["menu", "matMenu"], [1, "bar"], ["mat-table", "", 3, "dataSource"], ["matColumnDef", "tick"], ["mat-header-cell", "", 4, "matHeaderCellDef"], ["mat-cell", "", 4, "matCellDef"], ["matColumnDef", "user"], ["matColumnDef", "role"], ["matColumnDef", "actions"], ["mat-header-row", "", 4, "matHeaderRowDef"], ["mat-row", "", 4, "matRowDef", "matRowDefColumns"], ["mat-flat-button", "", 3, "click"], ["mat-header-cell", ""], ["mat-cell", ""], ["aria-label", "Zaznacz", 3, "change", "checked"], ["alt", "", 1, "avatar", 3, "src"], [3, "href"], ["aria-label", "Rola", 3, "value"], ["aria-label", "Rola", 3, "valueChange", "value"], [3, "value"], ["mat-button", "", "aria-label", "Wi\u0119cej", 3, "matMenuTriggerFor"], ["mat-menu-item", "", 3, "href"], ["mat-menu-item", "", 3, "click"], ["mat-header-row", ""], ["mat-row", ""]], template: function Team_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "h1");
            i0.ɵɵtext(1);
            i0.ɵɵelementEnd();
            i0.ɵɵconditionalCreate(2, Team_Conditional_2_Template, 5, 1, "div", 1);
            i0.ɵɵelementStart(3, "table", 2);
            i0.ɵɵelementContainerStart(4, 3);
            i0.ɵɵtemplate(5, Team_th_5_Template, 1, 0, "th", 4)(6, Team_td_6_Template, 2, 1, "td", 5);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(7, 6);
            i0.ɵɵtemplate(8, Team_th_8_Template, 2, 0, "th", 4)(9, Team_td_9_Template, 9, 6, "td", 5);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(10, 7);
            i0.ɵɵtemplate(11, Team_th_11_Template, 2, 0, "th", 4)(12, Team_td_12_Template, 3, 1, "td", 5);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵelementContainerStart(13, 8);
            i0.ɵɵtemplate(14, Team_th_14_Template, 1, 0, "th", 4)(15, Team_td_15_Template, 9, 2, "td", 5);
            i0.ɵɵelementContainerEnd();
            i0.ɵɵtemplate(16, Team_tr_16_Template, 1, 0, "tr", 9)(17, Team_tr_17_Template, 1, 0, "tr", 10);
            i0.ɵɵelementEnd();
        } if (rf & 2) {
            i0.ɵɵadvance();
            i0.ɵɵtextInterpolate1("Zesp\u00F3\u0142: ", ctx.members()[0]?.workspace_name);
            i0.ɵɵadvance();
            i0.ɵɵconditional(ctx.chosen().length > 0 ? 2 : -1);
            i0.ɵɵadvance();
            i0.ɵɵproperty("dataSource", ctx.members());
            i0.ɵɵadvance(13);
            i0.ɵɵproperty("matHeaderRowDef", ctx.columns);
            i0.ɵɵadvance();
            i0.ɵɵproperty("matRowDefColumns", ctx.columns);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatCheckboxModule, i2.MatCheckbox, MatMenuModule, i3.MatMenu, i3.MatMenuItem, i3.MatMenuTrigger, MatSelectModule, i4.MatSelect, i4.MatOption, MatTableModule, i5.MatTable, i5.MatHeaderCellDef, i5.MatHeaderRowDef, i5.MatColumnDef, i5.MatCellDef, i5.MatRowDef, i5.MatHeaderCell, i5.MatCell, i5.MatHeaderRow, i5.MatRow], styles: [".avatar[_ngcontent-%COMP%] {\n      width: 32px;\n      height: 32px;\n      border-radius: 50%;\n      vertical-align: middle;\n      margin-right: 10px;\n    }\n    .bar[_ngcontent-%COMP%] {\n      display: flex;\n      gap: 16px;\n      align-items: center;\n    }\n    small[_ngcontent-%COMP%] {\n      color: #555;\n    }"] });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(Team, [{
        type: Component,
        args: [{ selector: 'pd-team', imports: [MatButtonModule, MatCheckboxModule, MatMenuModule, MatSelectModule, MatTableModule], template: `
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
  `, styles: ["\n    .avatar {\n      width: 32px;\n      height: 32px;\n      border-radius: 50%;\n      vertical-align: middle;\n      margin-right: 10px;\n    }\n    .bar {\n      display: flex;\n      gap: 16px;\n      align-items: center;\n    }\n    small {\n      color: #555;\n    }\n  "] }]
    }], () => [], { workspace: [{ type: i0.Input, args: [{ isSignal: true, alias: "workspace", required: true }] }] }); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(Team, { className: "Team", filePath: "skins/material/src/team.ts", lineNumber: 99 }); })();
